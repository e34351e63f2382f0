import { beforeAll, expect, it } from "vitest";
import { EXAMPLES, EXAMPLES_NOW } from "#agent/context/examples.ts";
import { overrideConfig } from "#core/config.ts";
import { generateFleet } from "#db/fleet/generate.ts";
import { readVocabulary } from "#db/fleet/vocabulary.ts";
import { testActor } from "#db/testing.ts";
import { runQuery } from "#query/run.ts";
import { matches } from "./compare/matches.ts";
import { runGold } from "./gold.ts";

const actor = testActor();
const now = new Date(EXAMPLES_NOW);

beforeAll(async () => {
  overrideConfig({ SIMON_NOW: EXAMPLES_NOW });
  await generateFleet({
    vocabulary: await readVocabulary(),
    organization: { id: actor.organizationId, name: actor.organizationName },
    seed: 3,
    days: 60,
    now,
    sims: 120,
  });
}, 60_000);

it.each(EXAMPLES)("the example “$question” finds the rows of its SQL", async (example) => {
  const { sql, columns, query } = example;
  const [gold, answer] = [await runGold(actor, sql, now), await runQuery(actor, query)];
  expect(matches({ rows: gold, columns, ordered: false, sql }, answer.rows, answer.columns)).toBe(
    true,
  );
});
