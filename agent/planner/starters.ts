import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";

/** Questions to begin with, in this fleet's own names. The planner answers each of them. */
export function starters(gazetteer: Gazetteer): string[] {
  const [customer] = gazetteer.customers;
  const device = gazetteer.devices[0]?.name;
  return [
    "Which SIMs used the most data last week?",
    customer
      ? `Data usage of ${customer} per day in the last 14 days`
      : "Data usage per day in the last 14 days",
    "Which SIMs have used more than 90% of their data quota?",
    device
      ? `Which ${plural(device)} have not been seen for more than 3 days?`
      : "Which SIMs have not been seen for more than 3 days?",
    "Open alerts by severity",
    "How many SIMs are there by status?",
    "Open tickets per team",
  ];
}

function plural(device: string): string {
  return /(s|x|ch|sh)$/.test(device) ? `${device}es` : `${device}s`;
}
