import { describe, expect, it } from "vitest";
import type { View } from "#query/query.ts";
import { contextFor } from "./retrieve.ts";

const touched: readonly [question: string, view: View][] = [
  ["which messages to the meters were not delivered?", "sms_messages"],
  ["rejects per operator yesterday", "connection_events"],
  ["alerts that nobody has acknowledged", "alerts"],
  ["which alert rules are switched off?", "alert_rules"],
  ["oldest open ticket of Acme", "support_tickets"],
  ["predicted traffic for the coming week", "forecasts"],
  ["SIMs that run out of data before Friday: exhaustion date", "quota_outlook"],
  ["anomalies of this month by kind", "anomalies"],
  ["customers with a high churn risk", "churn_risk"],
  ["which upgrades do you recommend, and what is the saving?", "quota_recommendations"],
  ["who changed something over Slack? the audit log please", "audit_logs"],
  ["price of each rate plan", "rate_plans"],
];

describe("what a model reads of the catalogue", () => {
  it.each(touched)("%s: reads %s", (question, view) => {
    expect(contextFor(question).views).toContain(view);
  });

  it("is a part of it, with few examples", () => {
    for (const [question] of touched) {
      const { views, examples } = contextFor(question);
      expect(views.length).toBeLessThanOrEqual(9);
      expect(examples.length).toBeLessThanOrEqual(4);
    }
  });

  it("is what every question stands on when no word is known", () => {
    expect(contextFor("xyzzy")).toEqual({ views: ["sims", "sim_usage_daily"], examples: [] });
  });

  it("puts the most similar example first", () => {
    const [first] = contextFor("Customers ranked by traffic in August").examples;
    expect(first?.question).toBe("Customers ranked by traffic, September");
  });
});
