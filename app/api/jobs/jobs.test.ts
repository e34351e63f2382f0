import { expect, it } from "vitest";
import { newPerson } from "#app/api/chat/testing.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { browserRequest } from "#domain/auth/testing.ts";
import type { JobRun } from "#domain/jobs/job.ts";
import { GET as problemsRoute } from "./problems/route.ts";
import { GET as jobsRoute } from "./route.ts";

const none = { params: Promise.resolve({}) };
const jobs = (cookie: string) => jobsRoute(browserRequest("/api/jobs", { cookie }), none);
const problems = (cookie: string) =>
  problemsRoute(browserRequest("/api/jobs/problems", { cookie }), none);

/** So many runs of a job, a quarter of an hour apart. */
const addRuns = (actor: Actor, job: string, count: number, last: string, state = "done") =>
  asActor(
    actor,
    (sql) => sql`
      insert into store.job_runs (job, state, asked_by, created_at, finished_at)
      select ${job}, ${state}, 'schedule', at, case when ${state} <> 'waiting' then at end
      from (select ${last}::timestamptz - ago * interval '15 minutes' as at
        from generate_series(0, ${count - 1}::int) as ago) as moments`,
  );

it("of each job the newest runs are listed, however often another is done", async () => {
  const { actor, cookie } = await newPerson();
  await addRuns(actor, "sync", 40, "2026-10-21T09:00:00Z");
  await addRuns(actor, "sync", 1, "2026-10-01T09:00:00Z", "failed");
  await addRuns(actor, "analysis", 2, "2026-09-01T02:00:00Z");
  await addRuns(actor, "retention", 1, "2026-08-01T02:00:00Z", "waiting");
  const { runs } = (await (await jobs(cookie)).json()) as { runs: JobRun[] };
  expect(runs.map(({ job, state }) => `${job} ${state}`)).toEqual([
    "retention waiting",
    ...Array(8).fill("sync done"),
    "sync failed",
    "analysis done",
    "analysis done",
  ]);
  expect(runs.slice(1, 3).map(({ created_at }) => created_at)).toEqual([
    "2026-10-21T09:00:00.000Z",
    "2026-10-21T08:45:00.000Z",
  ]);
  const other = await newPerson();
  expect(await (await jobs(other.cookie)).json()).toMatchObject({ runs: [] });
});

it("what the last analysis could not use is told to an owner of the organisation, and to nobody else", async () => {
  const { actor, cookie } = await newPerson();
  const found = [{ id: "8988280000000000001", problem: "There is no day with a known volume." }];
  await asActor(actor, async (sql) => {
    const [run] = await sql<{ id: string }[]>`
      insert into store.analysis_runs (as_of, sims, calibration, windows, started_at, finished_at, outcome)
      values ('2026-10-20', 1, '{}', '', '2026-10-21', '2026-10-21', '{}') returning id`;
    await sql`
      insert into store.analysis_shards (run_id, position, first_iccid, last_iccid, sims, state, problems)
      values (${run?.id ?? ""}, 0, ${found[0]?.id ?? ""}, ${found[0]?.id ?? ""}, 1, 'done',
        ${JSON.stringify(found)}::text::jsonb)`;
  });
  expect(await (await problems(cookie)).json()).toEqual({ problems: found });
  const other = await newPerson();
  expect(await (await problems(other.cookie)).json()).toEqual({ problems: [] });
  const operator = await newPerson("operator", {
    id: actor.organizationId,
    name: actor.organizationName,
  });
  expect((await problems(operator.cookie)).status).toBe(403);
  expect((await problems("")).status).toBe(401);
});
