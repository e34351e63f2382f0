import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { Conflict, Invalid } from "#core/errors.ts";
import { asReader } from "../guard.ts";
import { testActor } from "../testing.ts";
import { generateFleet } from "./generate.ts";
import { groundTruthFile } from "./ground-truth.ts";
import { growFleet } from "./grow.ts";
import type { Organization } from "./organization.ts";
import {
  DEFAULT_VOCABULARY,
  parseVocabulary,
  readVocabulary,
  type Vocabulary,
} from "./vocabulary.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const LATER = new Date("2026-10-23T15:00:00Z");
const VIEWS = [
  "sims",
  "sim_usage",
  "sim_usage_daily",
  "sim_quota",
  "rate_plans",
  "sms_messages",
  "connection_events",
  "alert_rules",
  "alerts",
  "support_tickets",
  "forecasts",
  "quota_outlook",
  "anomalies",
  "churn_risk",
  "quota_recommendations",
  "audit_logs",
] as const;

const vocabulary = await readVocabulary();

function newOrganization(name: string): Organization {
  return { id: testActor().organizationId, name };
}

const make = (organization: Organization, choice: { seed?: number; words?: Vocabulary } = {}) =>
  generateFleet({
    vocabulary: choice.words ?? vocabulary,
    organization,
    seed: choice.seed ?? 7,
    days: 30,
    now: NOW,
    sims: 40,
  });

function count(organization: Organization, query: string): Promise<number> {
  return asReader(systemActor(organization), async (sql) => {
    const [row] = await sql.unsafe(`select count(*) as n from ${query}`);
    return Number(row?.n);
  });
}

/** Every row of every view, ids left out: they come from the database. */
function fingerprint(organization: Organization): Promise<string> {
  return asReader(systemActor(organization), async (sql) => {
    const hash = createHash("sha256");
    for (const view of VIEWS) {
      const rows = await sql.unsafe(
        `select (to_jsonb(v) - 'id' - 'rule_id')::text as row from ${view} v order by 1`,
      );
      for (const { row } of rows) hash.update(`${row}\n`);
    }
    return hash.digest("hex");
  });
}

describe("a generated fleet", () => {
  const organization = newOrganization("Sample One");
  beforeAll(() => make(organization));

  it.each(VIEWS)("has rows in %s", async (view) => {
    expect(await count(organization, view)).toBeGreaterThan(0);
  });

  it("has nothing after its now, and reaches the present day", async () => {
    const at = `timestamptz '${NOW.toISOString()}'`;
    for (const query of [
      `sim_usage where timestamp > ${at}`,
      `connection_events where occurred_at > ${at}`,
      `sms_messages where sent_at > ${at} or delivered_at > ${at}`,
      `alerts where triggered_at > ${at} or resolved_at > ${at} or acknowledged_at > ${at}`,
      `support_tickets where created_at > ${at} or resolved_at > ${at}`,
      `audit_logs where occurred_at > ${at}`,
      `anomalies where detected_at > ${at}`,
      `sims where last_seen_at > ${at} or activated_at > ${at}`,
    ]) {
      expect(await count(organization, query), query).toBe(0);
    }
    expect(await count(organization, "sim_usage_daily where day = '2026-10-21'")).toBeGreaterThan(
      3,
    );
  });

  it("keeps the daily totals equal to the records", async () => {
    const differing = `(
      select day, iccid, total_volume, event_count from sim_usage_daily
      except
      select (timestamp at time zone 'UTC')::date, iccid, sum(volume), count(*) from sim_usage group by 1, 2) d`;
    expect(await count(organization, differing)).toBe(0);
  });

  it("counts in the quota of a monthly plan exactly what was used since its start", async () => {
    const wrong = `sim_quota q
      join sims s using (iccid)
      where q.type = 'data' and s.rate_plan not like 'Lifetime%' and s.activated_at is not null
        and q.used <> (select coalesce(sum(d.total_volume), 0) from sim_usage_daily d
          where d.iccid = q.iccid and d.day >= ((q.expires_at at time zone 'UTC') - interval '1 month')::date)`;
    expect(await count(organization, wrong)).toBe(0);
    expect(
      await count(organization, "sim_quota where remaining <> greatest(0, total - used)"),
    ).toBe(0);
  });

  it("has no usage of a SIM that is not active, nor before its activation", async () => {
    const wrong = `sim_usage u join sims s using (iccid)
      where s.activated_at is null or u.timestamp < s.activated_at
        or u.timestamp > coalesce(s.deactivated_at, 'infinity') or u.timestamp > s.last_seen_at`;
    expect(await count(organization, wrong)).toBe(0);
  });

  it("records its planted incidents outside the database", async () => {
    const truth = JSON.parse(await readFile(groundTruthFile(organization.name), "utf8"));
    expect(truth.incidents.length).toBeGreaterThan(0);
    for (const { iccid } of truth.incidents) {
      expect(await count(organization, `anomalies where iccid = '${iccid}'`)).toBeGreaterThan(0);
    }
  });

  it("is refused where there are SIMs already, and made anew with replace", async () => {
    await expect(make(organization)).rejects.toThrow(Conflict);
    const before = await fingerprint(organization);
    await generateFleet({
      vocabulary,
      organization,
      seed: 7,
      days: 30,
      now: NOW,
      sims: 40,
      replace: true,
    });
    expect(await fingerprint(organization)).toBe(before);
  });
});

describe("the same arguments", () => {
  it("give the same rows in another organisation of that name, another seed others", async () => {
    const [one, same, other] = [1, 2, 3].map(() => newOrganization("Sample Two"));
    if (!one || !same || !other) throw new Error("three organisations");
    await make(one);
    await make(same);
    await make(other, { seed: 8 });
    expect(await fingerprint(same)).toBe(await fingerprint(one));
    expect(await fingerprint(other)).not.toBe(await fingerprint(one));
  });
});

describe("growth", () => {
  it("adds the days since, once, and matches the records", async () => {
    const organization = newOrganization("Sample Three");
    await make(organization);
    const before = await count(organization, "sim_usage");
    expect(await growFleet(organization, LATER)).toBe(true);
    const grown = await fingerprint(organization);
    expect(await growFleet(organization, LATER)).toBe(false);
    expect(await fingerprint(organization)).toBe(grown);
    expect(await count(organization, "sim_usage")).toBeGreaterThan(before);
    expect(await count(organization, "sim_usage_daily where day = '2026-10-22'")).toBeGreaterThan(
      5,
    );
    expect(await count(organization, "forecasts where day = '2026-11-22'")).toBeGreaterThan(5);
    const differing = `(select day, iccid, total_volume from sim_usage_daily
      except select (timestamp at time zone 'UTC')::date, iccid, sum(volume) from sim_usage group by 1, 2) d`;
    expect(await count(organization, differing)).toBe(0);
  });

  it("leaves out SIMs that are gone, and is done once by two at the same time", async () => {
    const organization = newOrganization("Sample Four");
    await make(organization);
    const results = await Promise.all([
      growFleet(organization, LATER),
      growFleet(organization, LATER),
    ]);
    expect(results.filter(Boolean)).toHaveLength(1);
  });
});

describe("another vocabulary", () => {
  const words: Vocabulary = parseVocabulary({
    organizations: [{ name: "Kestrel", sims: 10 }],
    customers: [{ name: "Löwe & Söhne", share: 1, device: 'rain "gauge", big', tag: "gauge" }],
    networks: [{ country: "JP", operators: ["NTT {x}"], share: 5 }],
    rate_plans: [
      {
        name: "Only",
        monthly_price: 1,
        currency: "JPY",
        included_mb: 50,
        included_sms: 0,
        overage_price_per_mb: 0,
      },
    ],
  });

  it("works with one customer, one network, one plan and odd characters", async () => {
    const organization = newOrganization("Kestrel");
    await make(organization, { words });
    expect(await count(organization, "sims where customer = 'Löwe & Söhne'")).toBe(40);
    expect(
      await count(organization, "sim_usage where operator = 'NTT {x}' and country = 'JP'"),
    ).toBeGreaterThan(0);
  });

  it("is refused with the place of every wrong field", async () => {
    const value = JSON.parse(await readFile(DEFAULT_VOCABULARY, "utf8"));
    value.networks[0].country = "Germany";
    value.customers[1].share = 0;
    expect(() => parseVocabulary(value)).toThrow(/networks\.0\.country[\s\S]*|customers\.1\.share/);
    expect(() => parseVocabulary({})).toThrow(Invalid);
  });
});
