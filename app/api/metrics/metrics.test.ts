import { afterEach, beforeEach, expect, it } from "vitest";
import { startEmulator } from "#connectors/once/emulator/emulator.ts";
import { systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { forgetProcessWide } from "#core/process-state.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { ask, carriedOut, makeSims } from "#domain/changes/testing.ts";
import { connect } from "#domain/connections/connect.ts";
import { receiveRecords } from "#domain/connections/stream/receive-records.ts";
import { runJob } from "#domain/jobs/run-job.ts";
import { runNow } from "#domain/jobs/run-now.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { GET } from "./route.ts";

const TOKEN = "a-token-of-a-scraper";

beforeEach(() => {
  forgetProcessWide("metrics");
  overrideConfig({ SIMON_METRICS_TOKEN: TOKEN });
});
afterEach(() => void overrideConfig({}));

function scraped(authorization = `Bearer ${TOKEN}`): Promise<Response> {
  const headers: Record<string, string> = authorization ? { authorization } : {};
  return GET(new Request("http://localhost/api/metrics", { headers }));
}

/** What the lines say, by `name{label="value"}`. */
function figuresOf(text: string): Record<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => {
      const end = line.lastIndexOf(" ");
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

it("is off without a token, and closed to whoever has another", async () => {
  for (const wrong of ["", "Bearer another-token-here", `Basic ${TOKEN}`, TOKEN])
    expect((await scraped(wrong)).status).toBe(401);
  overrideConfig({ SIMON_METRICS_TOKEN: "" });
  expect((await scraped()).status).toBe(404);
});

it("counts what was done and what waits, and names nobody", async () => {
  const organization = await newOrganization();
  const owner = await newMember(organization, "owner");
  const targets = await makeSims(owner, 3);
  await carriedOut(owner, "set_sim_status", { status: "suspended" }, { targets });
  await carriedOut(owner, "update_sim", { customer: "Acme Secret" }, { targets });
  await ask(owner, "set_sim_status", { status: "active" }, { targets });
  const { signal } = new AbortController();
  await runJob(systemActor(organization), await runNow(owner, "audit_check"), { signal });
  await runNow(owner, "retention");

  const response = await scraped();
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await response.text();
  const figures = figuresOf(text);
  expect(figures).toMatchObject({
    'simon_change_items_total{tool="set_sim_status",outcome="done"}': 3,
    'simon_change_items_total{tool="update_sim",outcome="done"}': 3,
    'simon_job_run_duration_seconds_count{job="audit_check",outcome="done"}': 1,
    'simon_database_connections{state="waiting"}': expect.any(Number),
    nodejs_eventloop_lag_seconds: expect.any(Number),
  });
  for (const [queue, state] of [
    ["changes", "proposed"],
    ["jobs", "waiting"],
  ])
    expect(figures[`simon_queue_depth{queue="${queue}",state="${state}"}`]).toBeGreaterThan(0);
  for (const name of [organization.id, organization.name, owner.name, "Acme", ...targets])
    expect(text).not.toContain(name);
});

it("counts calls to providers by outcome, the wait for a turn, and what is pushed", async () => {
  const owner = await newMember(await newOrganization(), "owner");
  const emulator = await startEmulator({ timeFactor: 50 });
  const [client] = emulator.clients;
  const connection = await connect(owner, {
    client_id: client?.id ?? "",
    client_secret: client?.secret ?? "",
    base_url: emulator.url,
  });
  const [iccid = ""] = await makeSims(owner, 1);
  emulator.seed([{ iccid }]);
  emulator.addFault({ kind: "error_500_before", method: "PUT", times: 1 });
  const asked = { targets: [iccid] };
  await carriedOut(
    owner,
    "set_sim_status",
    { status: "suspended" },
    asked,
    await providerOf(owner),
  );
  await receiveRecords(owner, connection, JSON.stringify([{ no: "record" }, { no: "record" }]));
  await emulator.close();

  const figures = figuresOf(await (await scraped()).text());
  const calls = (outcome: string) =>
    figures[`simon_provider_call_duration_seconds_count{provider="once",outcome="${outcome}"}`];
  expect(calls("500")).toBe(1);
  expect(calls("200")).toBeGreaterThanOrEqual(4); // a token, the SIM, the SIM again, and its change
  expect(figures['simon_provider_turn_wait_seconds_count{for="change"}']).toBeGreaterThanOrEqual(2);
  expect(figures['simon_stream_records_total{outcome="refused"}']).toBe(1);
  expect(figures['simon_stream_records_total{outcome="repeated"}']).toBe(1);
});
