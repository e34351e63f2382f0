import { describe, expect, it } from "vitest";
import { ask } from "../testing.ts";

const proposal = (question: string, ...context: string[]) => {
  const made = ask(question, ...context);
  if (made.kind !== "action") throw new Error(`${question}: ${JSON.stringify(made)}`);
  return made;
};
const where = (question: string, ...context: string[]) => {
  const { targets } = proposal(question, ...context);
  return JSON.stringify("where" in targets ? targets.where : targets);
};

describe("a request for a change", () => {
  it.each([
    ["kill all fridges in Spain", "set_sim_status", { status: "suspended" }],
    ["turn vaccine-fridge-0001 off please", "set_sim_status", { status: "suspended" }],
    ["shut down vaccine-fridge-0001 for good", "set_sim_status", { status: "deactivated" }],
    ["I want all fridges in Italy suspended", "set_sim_status", { status: "suspended" }],
    ["the gateways should be re-activated", "set_sim_status", { status: "active" }],
    ["bring back the suspended fridges", "set_sim_status", { status: "active" }],
    ["move all fridges on Basic 50 to Plus 500", "change_rate_plan", { rate_plan: "Plus 500" }],
    ["hand over the gateways to TankWatch", "update_sim", { customer: "TankWatch" }],
    ["rename vaccine-fridge-0001 to north-1", "update_sim", { label: "north-1" }],
    ['call vaccine-fridge-0001 "Gate 4" from now on', "update_sim", { label: "Gate 4" }],
    ["the name of vaccine-fridge-0001 should be north-1", "update_sim", { label: "north-1" }],
    ["get rid of the beta tag on the fridges", "update_sim", { remove_tags: ["beta"] }],
    ["beta can come off all fridges", "update_sim", { remove_tags: ["beta"] }],
    ["fridges with an imei change yesterday -> suspend", "set_sim_status", { status: "suspended" }],
    [
      "be so kind and open for vaccine-fridge-0001 a ticket with high priority",
      "create_ticket",
      { priority: "high" },
    ],
    ["put vaccine-fridge-0001 in the beta group", "update_sim", { add_tags: ["beta"] }],
    ["label vaccine-fridge-0001 critical", "update_sim", { add_tags: ["critical"] }],
    [
      "a batch has arrived: 8988280666000888001, 8988280666000888019, import them",
      "import_sims",
      { iccids: ["8988280666000888001", "8988280666000888019"] },
    ],
    [
      "add these SIMs for TankWatch: 8988280666000888001",
      "import_sims",
      { iccids: ["8988280666000888001"] },
    ],
    ["drop 'beta' from all fridges", "update_sim", { remove_tags: ["beta"] }],
    ["let vaccine-fridge-0001 be known as Depot East", "update_sim", { label: "Depot East" }],
    ["get vaccine-fridge-0001 running again", "set_sim_status", { status: "active" }],
    ["vaccine-fridge-0001 needs 2 GB on top", "top_up", { type: "data", bytes: 2_147_483_648 }],
    ["all gateways should get another 100 MB", "top_up", { type: "data", bytes: 104_857_600 }],
    [
      "no more quota alerts please, disable that rule",
      "set_alert_rule_enabled",
      { enabled: false },
    ],
    ["tickets 3 and 4 are resolved", "set_ticket_status", { status: "resolved" }],
    ["order 1 GB extra for vaccine-fridge-0001", "top_up", { type: "data", bytes: 1_073_741_824 }],
    ["data cap of 1 GB for all gateways", "set_quota", { type: "data", total: 1_073_741_824 }],
    ["force vaccine-fridge-0001 to reconnect", "reset_connectivity", {}],
    ["bring the usage of vaccine-fridge-0001 up to date", "refresh_usage", {}],
    ["give vaccine-fridge-0001 the name Pump 3", "update_sim", { label: "Pump 3" }],
    ["csv with all gateways", "export_sims", { format: "csv" }],
    ["undo the last thing, it was a mistake", "undo_change", {}],
    ["put the pilot tag on every gateway", "update_sim", { add_tags: ["pilot"] }],
    ["drop the tag beta from all fridges", "update_sim", { remove_tags: ["beta"] }],
    ["give each fridge in Italy 200 MB extra", "top_up", { type: "data", bytes: 209_715_200 }],
    ["raise the cap of the fridges to 2 GB", "set_quota", { type: "data", total: 2_147_483_648 }],
    ["export all gateways", "export_sims", { format: "csv" }],
    ["I need a CSV of the gateways that are suspended", "export_sims", { format: "csv" }],
    ["let me have all fridges as a spreadsheet", "export_sims", { format: "xlsx" }],
    ["give me an excel of all fridges in Italy", "export_sims", { format: "xlsx" }],
    ["can I get the list of fridges as csv", "export_sims", { format: "csv" }],
    ["get the newest figures for vaccine-fridge-0001 from the provider", "refresh_usage", {}],
    ["ask 1NCE for the current usage of the gateways", "refresh_usage", {}],
    ["fetch fresh numbers for vaccine-fridge-0001", "refresh_usage", {}],
    ["turn the quota rule back on", "set_alert_rule_enabled", { enabled: true }],
    ["stop notifying me about quotas", "set_alert_rule_enabled", { enabled: false }],
    ["export all gateways as excel", "export_sims", { format: "xlsx" }],
    ["export all gateways to a spreadsheet please", "export_sims", { format: "xlsx" }],
    ["ping all gateways REBOOT", "send_sms", { body: "REBOOT" }],
    ["push SET apn=iot.fleet to all gateways by sms", "send_sms", { body: "SET apn=iot.fleet" }],
    ["send AT+REBOOT to all gateways. Thanks", "send_sms", { body: "AT+REBOOT" }],
    ["bounce the connection of vaccine-fridge-0001", "reset_connectivity", {}],
    ["sync now", "refresh_usage", {}],
    ["tick off the critical alerts", "acknowledge_alerts", { acknowledged: true }],
    ["mark all low alerts as seen", "acknowledge_alerts", { acknowledged: true }],
    ["assign the open tickets to Network", "assign_tickets", { team: "Network" }],
    ["export all fridges to csv", "export_sims", {}],
  ])("%s", (question, tool, input) => {
    expect(proposal(question)).toMatchObject({ tool, input });
  });

  it("is found behind its reasons", () => {
    expect(
      proposal("she agreed to the price, so please put another 500 MB on vaccine-fridge-0001"),
    ).toMatchObject({ tool: "top_up", input: { bytes: 524_288_000 } });
    expect(proposal("vaccine-fridge-0001 hangs again. can you kick its connection?").tool).toBe(
      "reset_connectivity",
    );
  });

  it("carries what a ticket is about", () => {
    expect(
      proposal("raise an urgent ticket for vaccine-fridge-0001 - it loses its connection"),
    ).toMatchObject({
      tool: "create_ticket",
      input: { priority: "high", category: "connectivity_issue" },
    });
  });

  it("needs no rows for a new rule", () => {
    expect(proposal("alert me when a fridge uses more than 50 MB in a day")).toMatchObject({
      tool: "create_alert_rule",
      targets: [],
    });
  });
});

describe("going back", () => {
  it.each(["undo that", "roll back the last one", "revert my last change"])("%s", (question) => {
    expect(proposal(question).tool).toBe("undo_change");
  });

  it.each(["undo the suspension of the fridges", "revert the top-up", "undo my last suspension"])(
    "asks which change is meant by: %s",
    (question) => {
      const made = ask(question);
      expect(made).toMatchObject({
        kind: "clarify",
        question: expect.stringMatching(/^Which change/),
      });
    },
  );
});

describe("whom it is done to", () => {
  it("is the turn before, narrowed by this one", () => {
    const those = where("suspend those, but not the ones in Italy", "fridges not seen for 5 days");
    expect(those).toContain('"fridge"');
    expect(those).toContain('"last_seen_at"'.replace("last", "sims.last"));
    expect(those).toContain("IT");
  });

  it.each([
    "top up the ten that run out first by 500 MB",
    "add 500 MB to the ten that run out first",
  ])("is what is ranked, also where the noun goes without saying: %s", (question) => {
    const whole = proposal("top up the ten SIMs that run out first by 500 MB");
    expect(proposal(question).targets).toEqual(whole.targets);
    expect(proposal(question, "suspend all fridges in Italy").targets).toEqual(whole.targets);
  });

  it("is offered again with an amount where that was missing", () => {
    const asked = ask("top up the ten that run out first");
    const options = asked.kind === "clarify" ? asked.options : [];
    expect(options[0]).toBe("Top up the ten that run out first by 500 MB");
    expect(proposal("500 MB", "top up the ten that run out first").input).toMatchObject({
      bytes: 524_288_000,
    });
    for (const option of options) expect(proposal(option).tool).toBe("top_up");
  });

  it("stays the same for a second change", () => {
    expect(where("and tag them lost", "fridges in Austria", "suspend them")).toContain('"AT"');
  });

  it("is as many as have the highest figure", () => {
    const { targets } = proposal("suspend the five fridges with the highest usage yesterday");
    expect(targets).toMatchObject({ from: "sim_usage_daily", limit: 5 });
  });

  it("is only the first of a ranking", () => {
    expect(proposal("suspend the top 5 SIMs by usage last week").targets).toMatchObject({
      limit: 5,
    });
  });

  it.each(["suspend the fridge", "suspend them", "top up all fridges", "reset it", "change it"])(
    "is asked about: %s",
    (question) => expect(ask(question).kind).toBe("clarify"),
  );
});

describe("no request for a change", () => {
  it.each([
    "who suspended vaccine-fridge-0001?",
    "how many fridges were suspended last week",
    "open tickets of MediFridge",
    "text messages per day last week",
    "download last week",
    "top 5 SIMs by data last week",
    "should I suspend vaccine-fridge-0001?",
    "don't suspend vaccine-fridge-0001",
  ])("%s", (question) => expect(ask(question).kind).not.toBe("action"));
});

it("takes “as” for no part of a new name", () => {
  expect(ask("label 8988228000000000012 as Gate 7")).toMatchObject({ input: { label: "Gate 7" } });
});

it("finds an alert by its number", () => {
  expect(ask("ack alert 42")).toMatchObject({
    tool: "acknowledge_alerts",
    meant: { where: { member: "alerts.id", op: "eq", value: 42 } },
  });
});

it("sets no quota for each day", () => {
  expect(ask("limit the fridges to 10 MB per day").kind).toBe("clarify");
});

it("locks no IMEI, and suspends nobody instead", () => {
  expect(ask("lock imei of 8988228000000000012").kind).toBe("refuse");
});
