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
    ["put the pilot tag on every gateway", "update_sim", { add_tags: ["pilot"] }],
    ["drop the tag beta from all fridges", "update_sim", { remove_tags: ["beta"] }],
    ["give each fridge in Italy 200 MB extra", "top_up", { type: "data", bytes: 209_715_200 }],
    ["raise the cap of the fridges to 2 GB", "set_quota", { type: "data", total: 2_147_483_648 }],
    ["export all gateways", "export_sims", { format: "csv" }],
    ["export all gateways as excel", "export_sims", { format: "xlsx" }],
    ["export all gateways to a spreadsheet please", "export_sims", { format: "xlsx" }],
    ["ping all gateways REBOOT", "send_sms", { body: "REBOOT" }],
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

describe("whom it is done to", () => {
  it("is the turn before, narrowed by this one", () => {
    const those = where("suspend those, but not the ones in Italy", "fridges not seen for 5 days");
    expect(those).toContain('"fridge"');
    expect(those).toContain('"last_seen_at"'.replace("last", "sims.last"));
    expect(those).toContain("IT");
  });

  it("stays the same for a second change", () => {
    expect(where("and tag them lost", "fridges in Austria", "suspend them")).toContain('"AT"');
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
