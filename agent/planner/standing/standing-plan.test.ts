import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import { NAMES, NOW } from "../testing.ts";

const ICCID = "8988280666000010001";
const LABEL = "vaccine-fridge-0007";

const about = { gazetteer: NAMES, now: NOW, zone: "UTC", showsAnalyses: true };
const ask = (question: string, ...context: string[]) => plan({ question, context, ...about });

describe("how things stand is told by the tool that knows it whole", () => {
  it.each([
    ["morning all, quick status report on the fleet please", "fleet_overview", {}],
    ["how is our fleet doing today?", "fleet_overview", {}],
    ["fleet health check", "fleet_overview", {}],
    ["handover in ten minutes, brief me on the fleet", "fleet_overview", {}],
    ["did last night's import from 1NCE go through", "sync_status", {}],
    ["summarise the fleet for my handover", "fleet_overview", {}],
    ["how did last night's sync go", "sync_status", {}],
    ["is the sync with 1NCE working?", "sync_status", {}],
    ["how old is the data I'm looking at", "sync_status", {}],
    ["when did we last hear from our provider?", "sync_status", {}],
    ["any discrepancies between our records and 1NCE?", "list_drift", {}],
    ["does the provider agree with our list of SIMs?", "list_drift", {}],
    ["anything I need to approve?", "list_changes", { state: ["proposed"] }],
    ["which changes has nobody approved?", "list_changes", { state: ["proposed"] }],
    ["when were the events last fetched?", "sync_status", {}],
    ["pending approvals", "list_changes", { state: ["proposed"] }],
    ["what is waiting for my sign-off", "list_changes", { state: ["proposed"] }],
    ["list rejected proposals", "list_changes", { state: ["rejected"] }],
    ["what became of my last change", "list_changes", {}],
  ])("%s", (question, tool, input) => {
    expect(ask(question)).toMatchObject({ kind: "analysis", tool, input });
  });
});

it.each([
  "overview of usage by customer last month",
  "which changes were made last week",
  "how many SIMs are there by status",
  "details of the alerts of TankWatch",
  `show ${ICCID}`,
])("%s: the tables answer what is of rows, names or figures", (question) => {
  expect(ask(question)).toMatchObject({ kind: "query" });
});

it.each([`sync ${ICCID}`, `sync the usage of ${ICCID}`])("%s is a change", (question) => {
  expect(ask(question)).toMatchObject({ kind: "action", tool: "refresh_usage" });
});

it.each(["how is X today", "get X details about"])(
  "%s: words said over and over do not hold up the process",
  (question) => {
    const began = performance.now();
    ask(question.replace("X", "all the ".repeat(24)));
    expect(performance.now() - began).toBeLessThan(1000);
  },
);

describe("everything about one SIM", () => {
  it.each(["tell me everything about X", "what do we know about X?", "full details of X please"])(
    "%s",
    (question) => {
      expect(ask(question.replace("X", ICCID))).toMatchObject({
        tool: "get_sim",
        input: { iccid: ICCID },
      });
      expect(ask(question.replace("X", LABEL))).toMatchObject({
        tool: "get_sim",
        query: { where: { member: "sims.label", op: "eq", value: LABEL } },
      });
    },
  );

  it("leaves that SIM to talk of", () => {
    expect(ask("what did it use yesterday?", `tell me everything about ${ICCID}`)).toMatchObject({
      kind: "query",
      query: { from: "sim_usage_daily" },
    });
  });

  it("of a customer is a question of rows", () => {
    expect(ask("everything about TankWatch")).toMatchObject({ kind: "query" });
  });
});

describe("SQL that was written out", () => {
  const sql = "select customer, count(*) from sims group by 1";

  it("runs as it stands, for who may", () => {
    const question = `run this: ${sql}`;
    expect(plan({ question, context: [], ...about, runsSql: true })).toMatchObject({
      tool: "run_sql",
      input: { sql },
    });
    expect(ask(question)).toMatchObject({ kind: "refuse" });
  });

  it("is not a sentence that begins with select", () => {
    expect(ask("select all SIMs from Italy").kind).not.toBe("refuse");
  });
});
