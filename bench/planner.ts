// Reading a question with the built-in planner, at 1,000 and at 100,000 SIMs: the planner alone, and what
// comes before it when the names of the fleet are not known yet. Later they are read anew beside the questions.
import postgres from "postgres";
import { plan } from "#agent/planner/plan.ts";
import { type Actor, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { closeDatabase, database } from "#db/database.ts";
import { generateFleet } from "#db/fleet/generate.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";
import { forgetGazetteer, loadGazetteer } from "#domain/gazetteer/load-gazetteer.ts";
import { ensureOrganization } from "#domain/orgs/ensure-organization.ts";
import { type Case, readCases } from "#evals/cases.ts";
import { EVAL_NOW } from "#evals/eval-fleet.ts";
import { bindCase } from "#evals/gold.ts";
import { fill } from "./fill.ts";
import { timingOf } from "./measure.ts";

const SIZES = [1_000, 100_000];
const DAYS = 60;
const ROUNDS = 5;
const MAX_P95_MS = 30;

const adminUrl = process.env.DATABASE_ADMIN_URL;
const url = process.env.TEST_DATABASE_URL;
if (!adminUrl || !url) throw new Error("Run it as: npm run bench -- planner");
overrideConfig({ DATABASE_URL: url, SIMON_NOW: EVAL_NOW.toISOString(), SIMON_DEMO: "0" });
const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
try {
  const actor = await smallFleet();
  for (const sims of SIZES) {
    await fill(sql, actor.organizationId, sims);
    if ((await measure(actor, sims)) > MAX_P95_MS) process.exitCode = 1;
  }
} finally {
  await sql.end();
  await closeDatabase();
}

async function smallFleet(): Promise<Actor> {
  await migrate(await database());
  await migrateAuth();
  const organization = await ensureOrganization("Bench");
  const [vocabulary, now] = [await readVocabulary(), EVAL_NOW];
  await generateFleet({ vocabulary, organization, seed: 7, days: DAYS, now, sims: SIZES[0] ?? 1 });
  return systemActor(organization);
}

async function measure(actor: Actor, sims: number): Promise<number> {
  const cases = await boundCases(actor);
  const [planning, names, first] = [[] as number[], [] as number[], [] as number[]];
  for (let round = -1; round < ROUNDS; round++) {
    forgetGazetteer(actor);
    const [gazetteer, namesMs] = await timed(() => loadGazetteer(actor));
    const ask = ({ question, context }: Case) =>
      timed(() => plan({ question, context, gazetteer, now: EVAL_NOW, zone: "UTC" }));
    const [, firstMs] = await ask(cases[0] as Case);
    const times: number[] = [];
    for (const one of cases) times.push((await ask(one))[1]);
    if (round < 0) continue; // warms the code up
    names.push(namesMs);
    first.push(firstMs);
    planning.push(...times);
  }
  const timing = timingOf(planning);
  console.log(
    [
      `${sims.toLocaleString("en")} SIMs, ${cases.length} questions, ${ROUNDS} rounds`,
      `  a question is read in         p50 ${shown(timing.p50Ms)}, p95 ${shown(timing.p95Ms)}`,
      `  names of the fleet read anew  p50 ${shown(timingOf(names).p50Ms)}`,
      `  the first question after that p50 ${shown(timingOf(first).p50Ms)}`,
    ].join("\n"),
  );
  return timing.p95Ms;
}

async function boundCases(actor: Actor): Promise<Case[]> {
  const cases = await readCases("evals/questions/own.jsonl");
  const bound = await Promise.all(cases.map((one) => bindCase(actor, one, EVAL_NOW)));
  return bound.filter((one) => one !== null);
}

async function timed<T>(work: () => T): Promise<[Awaited<T>, number]> {
  const startedAt = performance.now();
  const result = await work();
  return [result, performance.now() - startedAt];
}

function shown(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}
