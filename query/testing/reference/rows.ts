import type { View } from "../../query.ts";
import type { Fixture, Row } from "../fixture.ts";
import { times, type Value } from "./values.ts";

/** The fixture's rows, and what a member is of each. */
export class Rows {
  readonly #fixture: Fixture;
  readonly #now: Date;

  constructor(fixture: Fixture, now: Date) {
    this.#fixture = fixture;
    this.#now = now;
  }

  rows(view: View): readonly Row[] {
    const rows = (this.#fixture as unknown as Record<string, Row[] | undefined>)[view];
    if (!rows) throw new Error(`The fixture has no ${view}.`);
    return rows;
  }

  value(root: View, row: Row, member: string): Value {
    const [view = "", column = ""] = member.split(".");
    if (view === root) return this.#own(root, row, column);
    if (view === "alert_rules") return this.#of("alert_rules", "id", row.rule_id, column);
    const sim = root === "sims" ? row : this.#find("sims", "iccid", row.iccid);
    if (!sim) return null;
    if (view === "sims") return this.#own("sims", sim, column);
    if (view === "rate_plans") return this.#of("rate_plans", "name", sim.rate_plan, column);
    if (view === "churn_risk") return this.#of("churn_risk", "iccid", sim.iccid, column);
    const type = view === "quota_data" ? "data" : "sms";
    const quota = this.rows("sim_quota").find((q) => q.iccid === sim.iccid && q.type === type);
    return quota ? this.#own("sim_quota", quota, column) : null;
  }

  #find(view: View, column: string, value: unknown): Row | undefined {
    return this.rows(view).find((row) => row[column] === value);
  }

  #of(view: View, key: string, value: unknown, column: string): Value {
    const row = value === null ? undefined : this.#find(view, key, value);
    return row ? this.#own(view, row, column) : null;
  }

  #own(view: View, row: Row, column: string): Value {
    const at = (name: string) => (row[name] instanceof Date ? row[name].getTime() : null);
    const minutes = (from: number | null, to: number | null) =>
      from === null || to === null ? null : (to - from) / 60_000;
    switch (`${view}.${column}`) {
      case "alerts.is_open":
        return row.resolved_at === null;
      case "alerts.minutes_to_acknowledge":
        return minutes(at("triggered_at"), at("acknowledged_at"));
      case "support_tickets.hours_to_resolve":
        return times(minutes(at("created_at"), at("resolved_at")), 1 / 60);
      case "sims.days_since_seen":
        return times(minutes(at("last_seen_at"), this.#now.getTime()), 1 / 1440);
      case "anomalies.times_expected":
        return Number(row.expected) ? Number(row.observed) / Number(row.expected) : null;
      case "sim_quota.used_percent":
        return row.total ? (100 * Number(row.used)) / Number(row.total) : null;
    }
    const value = row[column] ?? null;
    return value instanceof Date ? value.toISOString() : (value as Value);
  }
}
