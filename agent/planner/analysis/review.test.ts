import { describe, expect, it } from "vitest";
import { plan } from "../plan.ts";
import { NAMES, NOW } from "../testing.ts";

const ICCID = "8988280666000010001";
const SPIKE = { ref: `${ICCID} spike 2026-10-08`, kind: "spike", day: "2026-10-08" };
const DROP = { ref: "12", kind: "drop", day: "2026-09-01" };

const ask = (question: string, anomalies = [SPIKE], ...context: string[]) =>
  plan({
    question,
    context,
    anomalies,
    gazetteer: NAMES,
    now: NOW,
    zone: "UTC",
    showsAnalyses: true,
  });

describe("the one anomaly that was shown", () => {
  it.each([
    ["dismiss that anomaly", { review: "dismiss" }],
    ["dismiss it", { review: "dismiss" }],
    ["That is not an anomaly.", { review: "dismiss" }],
    ["that's not an anomaly", { review: "dismiss" }],
    ["it isn't an anomaly", { review: "dismiss" }],
    ["no, that's a false alarm", { review: "dismiss" }],
    ["mark it as normal", { review: "dismiss" }],
    ["mark that anomaly as expected", { review: "dismiss" }],
    ["confirm that anomaly", { review: "confirm" }],
    ["snooze it for a week", { review: "snooze", until: "2026-10-28" }],
    ["snooze that anomaly until tomorrow", { review: "snooze", until: "2026-10-22" }],
    ["snooze it", { review: "snooze" }],
    ["reopen it", { review: "reopen" }],
    ["assign it to Ann", { review: "assign", assigned_to: "Ann" }],
    ["please assign that anomaly to Ann Lee", { review: "assign", assigned_to: "Ann Lee" }],
  ])("%s", (question, input) => {
    expect(ask(question)).toMatchObject({
      kind: "action",
      tool: "review_anomalies",
      input,
      targets: [SPIKE.ref],
    });
  });
});

it("of several it is asked which, by options that name each; all of them are meant by “them”", () => {
  const made = ask("dismiss that anomaly", [SPIKE, DROP]);
  expect(made).toMatchObject({
    kind: "clarify",
    options: ["Dismiss the spike of 8 Oct 2026", "Dismiss the drop of 1 Sep 2026"],
  });
  expect(ask("Dismiss the drop of 1 Sep 2026", [SPIKE, DROP])).toMatchObject({ targets: ["12"] });
  expect(ask("dismiss them", [SPIKE, DROP])).toMatchObject({ targets: [SPIKE.ref, "12"] });
  expect(ask("assign it to Ann", [SPIKE, DROP])).toMatchObject({
    options: ["Assign the spike of 8 Oct 2026 to Ann", "Assign the drop of 1 Sep 2026 to Ann"],
  });
  expect(ask("Assign the spike of 8 Oct 2026 to Ann", [SPIKE, DROP])).toMatchObject({
    targets: [SPIKE.ref],
    input: { assigned_to: "Ann" },
  });
});

it.each([
  ["mark anomaly 12 as normal", ["12"]],
  ["dismiss anomaly #12", ["12"]],
  ["confirm anomalies 12, 13 and 14", ["12", "13", "14"]],
])("%s: by number, whatever was shown", (question, targets) => {
  expect(ask(question, [])).toMatchObject({ tool: "review_anomalies", targets });
});

it.each([
  ["dismiss all open anomalies of MediFridge", "MediFridge"],
  [`confirm all anomalies of ${ICCID}`, ICCID],
])("%s: by what the words describe", (question, value) => {
  const made = ask(question, []);
  expect(made).toMatchObject({ tool: "review_anomalies", targets: { from: "anomalies" } });
  expect(JSON.stringify(made)).toContain(value);
});

it.each([
  "the anomaly on 8988280666000010001 is a false alarm, dismiss it",
  "the spike on 8988280666000010001 was expected",
])("%s: those that the words name, whether or not they were shown", (question) => {
  expect(ask(question, [])).toMatchObject({
    tool: "review_anomalies",
    input: { review: "dismiss" },
    targets: { from: "anomalies" },
  });
  expect(JSON.stringify(ask(question, []))).toContain("8988280666000010001");
});

it("of one kind only where that is named, whatever was its reason", () => {
  expect(ask(`the drop on ${ICCID} was our maintenance, ignore it`, [])).toMatchObject({
    tool: "review_anomalies",
    meant: {
      where: {
        and: [
          { member: "anomalies.iccid", value: ICCID },
          { member: "anomalies.kind", value: "drop" },
        ],
      },
    },
  });
});

it("asks which where none was shown, and leaves to others what is of others", () => {
  expect(ask("dismiss that anomaly", [])).toMatchObject({ kind: "clarify" });
  expect(ask("acknowledge the critical alerts")).toMatchObject({ tool: "acknowledge_alerts" });
  expect(ask("close ticket 7")).toMatchObject({ tool: "set_ticket_status" });
  expect(ask("show open anomalies")).toMatchObject({ kind: "query" });
});
