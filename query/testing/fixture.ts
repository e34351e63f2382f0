import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";

/** A small fleet for tests: rows as plain objects, and the same rows in the database. */
export interface Fixture {
  readonly sims: Row[];
  readonly rate_plans: Row[];
  readonly sim_usage_daily: Row[];
  readonly alert_rules: Row[];
  readonly alerts: Row[];
  readonly connection_events: Row[];
  readonly sim_quota: Row[];
  readonly support_tickets: Row[];
  readonly anomalies: Row[];
  readonly churn_risk: Row[];
}
export type Row = Readonly<Record<string, unknown>>;

const SIMS = 24;
const DAYS = [
  "2026-10-05",
  "2026-10-11",
  "2026-10-12",
  "2026-10-13",
  "2026-10-15",
  "2026-10-18",
  "2026-10-19",
];

/** Deterministic: the same numbers each time. */
function pick<T>(values: readonly T[], n: number, salt: number): T {
  const hash = Math.imul(n * 31 + salt * 17 + 7, 2_654_435_761) >>> 0;
  return values[(hash >>> 13) % values.length] as T; // in range by the modulus
}

function days(n: number): Date {
  return new Date(Date.parse("2026-10-21T09:30:00Z") - n * 86_400_000);
}

export function makeFixture(): Fixture {
  const sims = Array.from({ length: SIMS }, (_, n) => ({
    iccid: `894450000000000${String(1000 + n)}`,
    imsi: `26201000000${1000 + n}`,
    label: n % 9 === 0 ? null : `device-${n} O'Neil`,
    status: pick(["active", "active", "inactive", "suspended"], n, 1),
    operator: pick(["Telekom DE", "EE UK", "Orange FR", null], n, 2),
    country: pick(["DE", "GB", "FR", null], n, 2),
    rat: pick(["LTE", "LTE-M", "NB-IoT"], n, 3),
    rate_plan: pick(["Flex 100", "Pro 5000", null], n, 4),
    customer: pick(["Aqualis", "Nordic", "Volt", null], n, 5),
    tags: pick([["meter"], ["tracker", "pilot"], [], ["pilot"]], n, 6),
    activated_at: days(30 + n * 11),
    last_seen_at: n % 7 === 0 ? null : days(n / 3),
  }));
  const iccids = sims.map((sim) => sim.iccid);
  const usage = iccids.slice(0, 18).flatMap((iccid, n) =>
    DAYS.filter((_, d) => (n + d) % 3 === 1).map((day, d) => {
      const upload = pick([0, 1_048_576, 5_000_000, 700_000_000], n, d) + n;
      const download = pick([0, 2_048, 90_000_000], n, d + 9);
      return {
        day,
        iccid,
        total_volume: upload + download,
        upload_volume: upload,
        download_volume: download,
        event_count: 2,
      };
    }),
  );
  const alertRules = ["Silence", "Spike", "Never fired"].map((name, n) => ({
    id: n + 1,
    name,
    condition: {},
    severity: pick(["low", "critical"], n, 1),
    enabled: n !== 1,
  }));
  const alerts = Array.from({ length: 30 }, (_, n) => ({
    id: n + 1,
    rule_id: n % 5 === 0 ? null : (n % 2) + 1,
    iccid: n % 11 === 0 ? null : pick(iccids, n, 7),
    severity: pick(["low", "medium", "high", "critical"], n, 8),
    message: `Alert ${n} 50% "quoted" \\ slash`,
    triggered_at: days(n / 2),
    resolved_at: n % 3 === 0 ? null : days(n / 2 - 0.1),
    acknowledged: n % 4 === 0,
    acknowledged_at: n % 4 === 0 ? days(n / 2 - 0.05) : null,
  }));
  return {
    sims,
    rate_plans: [
      { name: "Flex 100", monthly_price: 0.6, currency: "EUR", included_bytes: 104_857_600 },
      { name: "Pro 5000", monthly_price: 7.5, currency: "EUR", included_bytes: 5_368_709_120 },
    ],
    sim_usage_daily: usage,
    alert_rules: alertRules,
    alerts,
    connection_events: Array.from({ length: 60 }, (_, n) => ({
      id: n + 1,
      iccid: pick(iccids, n, 9),
      occurred_at: days(n / 4),
      type: pick(["attach", "detach", "reject", "session_start"], n, 10),
      severity: pick(["info", "warning", "critical"], n, 11),
      operator: pick(["Telekom DE", "EE UK", null], n, 12),
      country: pick(["DE", "GB", null], n, 12),
    })),
    sim_quota: iccids.flatMap((iccid, n) => [
      quota(iccid, "data", 100_000_000, n * 5_000_000),
      quota(iccid, "sms", n % 5 === 0 ? 0 : 50, n % 5 === 0 ? 0 : n),
    ]),
    support_tickets: Array.from({ length: 14 }, (_, n) => ({
      id: n + 1,
      iccid: n % 4 === 0 ? null : pick(iccids, n, 13),
      customer: pick(["Aqualis", "Nordic", "Volt"], n, 14),
      subject: `Ticket ${n}`,
      category: pick(["billing_question", "complaint", "quota_exhausted"], n, 15),
      priority: pick(["low", "medium", "high"], n, 16),
      status: n % 3 === 0 ? "resolved" : "open",
      created_at: days(n + 2),
      resolved_at: n % 3 === 0 ? days(n) : null,
    })),
    anomalies: Array.from({ length: 12 }, (_, n) => ({
      id: n + 1,
      iccid: pick(iccids, n, 17),
      day: pick(DAYS, n, 18),
      kind: pick(["spike", "drop", "silence"], n, 19),
      score: n / 10,
      severity: pick(["low", "high"], n, 20),
      reason: "strange",
      detected_at: days(n),
    })),
    churn_risk: iccids.slice(0, 10).map((iccid, n) => ({
      iccid,
      probability: n / 10,
      risk_level: n > 7 ? "high" : n > 4 ? "medium" : "low",
      computed_at: days(0),
    })),
  };
}

function quota(iccid: string, type: "data" | "sms", total: number, used: number): Row {
  return { iccid, type, total, used, remaining: total - used };
}

/** Write the fixture into the actor's organisation. */
export async function insertFixture(actor: Actor, fixture: Fixture): Promise<void> {
  const { sim_usage_daily: usage, ...tables } = fixture;
  const order = [
    "rate_plans",
    "sims",
    "sim_quota",
    "alert_rules",
    "alerts",
    "connection_events",
    "support_tickets",
    "anomalies",
    "churn_risk",
  ] as const;
  await asActor(actor, async (sql) => {
    for (const table of order) {
      const rows = JSON.stringify(tables[table]);
      const columns = [...new Set(tables[table].flatMap((row) => Object.keys(row)))].join(", ");
      const overriding = columns.split(", ").includes("id") ? "overriding system value" : "";
      await sql.unsafe(
        `insert into store.${table} (${columns}) ${overriding}
         select ${columns} from jsonb_populate_recordset(null::store.${table}, $1::text::jsonb)`,
        [rows],
      );
    }
    const records = usage.flatMap((row, n) =>
      (["upload", "download"] as const).map((direction) => ({
        iccid: row.iccid,
        at: `${row.day}T${direction === "upload" ? "00:00:00" : "23:59:59"}Z`,
        volume: row[`${direction}_volume`],
        direction,
        id: `${n}-${direction}`,
      })),
    );
    await sql.unsafe(
      `select store.ingest_usage(array_agg(r.iccid), array_agg(r.at), array_agg(r.volume), array_agg(r.direction),
         array_agg('Telekom DE'::text), array_agg('DE'::text), array_agg(r.id))
       from jsonb_to_recordset($1::text::jsonb)
         as r (iccid text, at timestamptz, volume bigint, direction text, id text)`,
      [JSON.stringify(records)],
    );
  });
}
