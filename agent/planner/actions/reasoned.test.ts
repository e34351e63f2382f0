import { describe, expect, it } from "vitest";
import { ask } from "../testing.ts";

const SIM = "8988303862410000984";

describe("why a SIM that is named should change is no part of the change", () => {
  it.each([
    [`take ${SIM} offline, we believe it was stolen`, "suspended"],
    [`please deactivate ${SIM}, the customer gave it back`, "deactivated"],
    [`suspend ${SIM}, the owner lost the bike`, "suspended"],
    [`put ${SIM} on hold, MediFridge has not paid`, "suspended"],
    [`reactivate ${SIM} now that the invoice is settled`, "active"],
    [`unblock ${SIM}: paid this morning`, "active"],
  ])("%s", (question, status) => {
    expect(ask(question)).toMatchObject({
      kind: "action",
      tool: "set_sim_status",
      input: { status },
      meant: { where: { member: "sims.iccid", op: "eq", value: SIM } },
    });
  });

  it("is said to be left out", () => {
    expect(ask(`suspend ${SIM}, the owner lost the bike`)).toHaveProperty("assumptions", [
      "Taken as background, not as part of the question: “the owner lost the bike”.",
    ]);
  });
});

it("of a rule, and how long it should last", () => {
  expect(ask("switch the rule about quotas off for tonight, it keeps waking me")).toMatchObject({
    tool: "set_alert_rule_enabled",
    input: { enabled: false },
    meant: { where: { member: "alert_rules.name", value: "Data quota above 80 %" } },
    assumptions: [
      "Taken as background, not as part of the question: “it keeps waking me”.",
      "Nothing ends it “for tonight”: it stays so until it is changed back.",
    ],
  });
});

it.each([
  "suspend all fridges, the ones that flooded",
  `suspend ${SIM}, but only if it was stolen`,
  `suspend ${SIM}, is it stolen?`,
])("%s: what may restrict or ask is not left out", (question) => {
  expect(ask(question).kind).not.toBe("action");
});
