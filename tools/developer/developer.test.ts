import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Actor, SCOPES_OF_ROLE } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { log } from "#core/log.ts";
import { metrics } from "#core/metrics.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { redact, redactText } from "#domain/developer/redact.ts";
import { callTool } from "../call.ts";
import { analyzeLogs } from "./analyze-logs.ts";
import { getInsights } from "./get-insights.ts";
import { getMetrics } from "./get-metrics.ts";
import { getSystemContext } from "./get-system-context.ts";
import { developerTools } from "./registry.ts";
import { suggestOptimizations } from "./suggest-optimizations.ts";

let owner: Actor;
let operator: Actor;
let stranger: Actor;

beforeAll(async () => {
  const [ours, theirs] = await Promise.all([newOrganization(), newOrganization()]);
  owner = await newMember(ours, "owner");
  operator = await newMember(ours, "operator");
  stranger = await newMember(theirs, "owner");
});
afterEach(() => void overrideConfig({}));

const onSharedInstallation = () => overrideConfig({ SIMON_DEVELOPER_TOOLS: "0" });

describe("developer tools", () => {
  it("are for owners with the scope, and no other", async () => {
    const scopes = new Set(SCOPES_OF_ROLE.owner.filter((scope) => scope !== "developer"));
    for (const tool of developerTools) {
      await expect(callTool(owner, tool, {})).resolves.toBeTruthy();
      await expect(callTool(operator, tool, {}), tool.name).rejects.toThrow("owners");
      await expect(callTool({ ...owner, scopes }, tool, {})).rejects.toThrow("developer");
    }
  });

  it("tell routes, views and settings, and no secret", async () => {
    const secrets = { SIMON_SECRET: "quarzfeld-".repeat(5), OPENAI_API_KEY: "sk-quarzfeld-123456" };
    overrideConfig({ ...secrets, SIMON_METRICS_TOKEN: "quarzfeld-metrics-token" });
    const told: string[] = [];
    for (const section of ["versions", "configuration", "models", "routes", "schema"] as const) {
      const { content } = await callTool(owner, getSystemContext, { section });
      told.push(JSON.stringify(content));
    }
    const all = told.join("\n");
    expect(all).toContain("GET /api/v1/sims: list_sims (sims:read, read)");
    expect(all).toContain("iccid text");
    expect(all).toContain('"secret":"set"');
    expect(all).not.toMatch(/quarzfeld|postgres:\/\//);
  });

  it("find an error by the id that a user quotes, without the secrets in it", async () => {
    const { organizationId } = owner;
    const err = new Error("postgres://simon:hunter22@db refused Bearer abcdef123456");
    log().error({ err, id: "quoted-4711", organizationId, password: "hunter22" }, "tool failed");
    const { entries, kept_since } = await callTool(owner, analyzeLogs, { search: "quoted-4711" });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ level: "error", message: "tool failed" });
    expect(entries[0]?.stack[0]).toContain("developer.test.ts");
    expect(JSON.stringify(entries)).not.toMatch(/hunter22|abcdef123456/);
    expect(kept_since).not.toBeNull();
    const { errors_last_hour, findings } = await callTool(owner, getInsights, {});
    expect(errors_last_hour).toBeGreaterThan(0);
    expect(findings.join()).toContain("errors were logged");
  });

  it("on an installation that others use too show nothing that is not of the own organisation", async () => {
    onSharedInstallation();
    log().warn({ organizationId: stranger.organizationId }, "theirs: Quarzfeld");
    log().warn("of nobody: Quarzfeld");
    log().warn({ organizationId: owner.organizationId }, "ours: Quarzfeld");
    const { entries, note } = await callTool(owner, analyzeLogs, { search: "Quarzfeld" });
    expect(entries.map(({ message }) => message)).toEqual(["ours: Quarzfeld"]);
    expect(note).toMatch(/\d+ lines are left out/);
    await expect(callTool(owner, getMetrics, {})).rejects.toThrow("other organisations");
    const { could_not_see } = await callTool(owner, suggestOptimizations, {});
    expect(could_not_see.join()).toContain("other organisations");
  });

  it("read histograms as counts, means and bounds, and tell what is slow", async () => {
    const labels = { route: "rest", method: "GET", status: "200" };
    for (let n = 0; n < 30; n++) metrics().httpRequests.observe(labels, 2);
    const { metrics: found } = await callTool(owner, getMetrics, { name: "simon_http" });
    const series = found[0]?.series.find(({ labels: of }) => of.route === "rest");
    expect(series).toMatchObject({ count: 30, mean: 2, p95_at_most: 2.5 });
    const { suggestions, could_not_see } = await callTool(owner, suggestOptimizations, {});
    expect(suggestions.join()).toContain("GET of rest (status 200) took 2.00 s");
    expect(could_not_see.join()).toContain("pg_stat_statements");
  });
});

it("what looks like a secret, or is called one, is hidden", () => {
  const texts = [
    "key simon_AbCdEf0123456789xyz here",
    'authorization: "Basic QWxhZGRpbjpvcGVu"',
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
    "redis://user:s3cr3tpw@host:6379/0",
    "client_secret=s3cr3tpw&x=1",
  ];
  for (const text of texts) {
    const hidden = redactText(text);
    expect(hidden).toContain("[hidden]");
    expect(hidden).not.toMatch(/AbCdEf|QWxhZGRp|eyJzdWIi|s3cr3tpw/);
  }
  expect(redact({ a: [{ apiKey: "x", note: "plain text of 898828066600" }] })).toEqual({
    a: [{ apiKey: "[hidden]", note: "plain text of 898828066600" }],
  });
});
