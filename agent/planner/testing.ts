import { emptyGazetteer, type Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { type Plan, plan } from "./plan.ts";

export const NOW = new Date("2026-10-21T09:30:00Z");

/** Names of a small fleet for tests. */
export const NAMES: Gazetteer = {
  ...emptyGazetteer,
  organizationName: "Helios Connect",
  customers: ["MediFridge", "Alpine Lifts", "TankWatch", "Urban Parking"],
  operators: ["A1 AT", "Magenta AT", "TIM IT", "Movistar ES"],
  countries: ["AT", "IT", "ES"],
  ratePlans: ["Basic 50", "Plus 500"],
  tags: ["fridge", "gateway", "parking", "beta", "critical"],
  teams: ["Billing", "Network"],
  rules: ["Data quota above 80 %"],
  labelShapes: ["vaccine-fridge-9999"],
  devices: [
    { name: "vaccine fridge", tag: "fridge" },
    { name: "ski lift gateway", tag: "gateway" },
  ],
};

export function ask(question: string, ...context: string[]): Plan {
  return plan({ question, context, gazetteer: NAMES, now: NOW, zone: "UTC" });
}

/** The query of a question that has one; fails with what the planner said instead. */
export function queryOf(question: string, ...context: string[]) {
  const made = ask(question, ...context);
  if (made.kind !== "query") throw new Error(`${question}: ${JSON.stringify(made)}`);
  return made.query;
}
