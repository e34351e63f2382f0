import fc from "fast-check";
import { isPerRow } from "../mode.ts";
import type { Comparator, Filter, GroupBy, Measure, Query, View } from "../query.ts";

/** Random valid queries over the fixture: what the type allows, weighted to what people ask. */

interface Vocabulary {
  readonly choices: Readonly<Record<string, readonly string[]>>;
  readonly amounts: Readonly<Record<string, readonly number[]>>;
  readonly flags: readonly string[];
  readonly texts: readonly string[];
  readonly time?: string;
  readonly groups: readonly GroupBy[];
  readonly related: readonly View[];
}

const OF_SIMS = {
  "sims.status": ["active", "inactive", "suspended", "deactivated"],
  "sims.country": ["DE", "GB", "FR", "US"],
  "sims.customer": ["Aqualis", "Nordic", "Volt", "O'Neil"],
  "sims.rate_plan": ["Flex 100", "Pro 5000"],
} as const;
const AMOUNTS_OF_SIMS = {
  "sims.days_since_seen": [1, 3.5, 7],
  "rate_plans.monthly_price": [0.6, 1, 7.5],
  "quota_data.used_percent": [10, 50, 90],
} as const;
const GROUPS_OF_SIMS: GroupBy[] = ["customer", "country", "rate_plan", "tags", "status"].map(
  (column) => ({
    member: `sims.${column}`,
  }),
);
GROUPS_OF_SIMS.push({ member: "sims.tags", only: ["pilot", "meter"] });
const grains = (member: string): GroupBy[] =>
  (["day", "week", "month", "weekday"] as const).map((grain) => ({ member, grain }));

const VOCABULARIES: Partial<Record<View, Vocabulary>> = {
  sims: {
    choices: OF_SIMS,
    amounts: AMOUNTS_OF_SIMS,
    flags: [],
    texts: ["sims.label"],
    time: "sims.last_seen_at",
    groups: GROUPS_OF_SIMS,
    related: ["alerts", "sim_usage_daily", "support_tickets", "connection_events", "anomalies"],
  },
  sim_usage_daily: {
    choices: OF_SIMS,
    amounts: {
      ...AMOUNTS_OF_SIMS,
      "sim_usage_daily.total_volume": [0, 1_048_577, 90_000_000, 700_000_000],
      "sim_usage_daily.upload_volume": [0, 5_000_000],
      "sim_usage_daily.download_volume": [0, 2_048],
    },
    flags: [],
    texts: ["sims.label"],
    time: "sim_usage_daily.day",
    groups: [
      ...GROUPS_OF_SIMS,
      { member: "sim_usage_daily.iccid" },
      ...grains("sim_usage_daily.day"),
    ],
    related: ["alerts", "anomalies"],
  },
  alerts: {
    choices: {
      ...OF_SIMS,
      "alerts.severity": ["low", "medium", "high", "critical"],
      "alert_rules.name": ["Silence", "Spike"],
    },
    amounts: { ...AMOUNTS_OF_SIMS, "alerts.minutes_to_acknowledge": [10, 72, 100] },
    flags: ["alerts.acknowledged", "alerts.is_open"],
    texts: ["alerts.message"],
    time: "alerts.triggered_at",
    groups: [
      ...GROUPS_OF_SIMS,
      { member: "alerts.severity" },
      { member: "alert_rules.name" },
      ...grains("alerts.triggered_at"),
    ],
    related: ["sim_usage_daily", "connection_events"],
  },
  connection_events: {
    choices: {
      ...OF_SIMS,
      "connection_events.type": ["attach", "detach", "reject"],
      "connection_events.severity": ["info", "warning", "critical"],
      "connection_events.operator": ["Telekom DE", "EE UK"],
    },
    amounts: AMOUNTS_OF_SIMS,
    flags: [],
    texts: ["connection_events.operator"],
    time: "connection_events.occurred_at",
    groups: [
      ...GROUPS_OF_SIMS,
      { member: "connection_events.operator" },
      ...grains("connection_events.occurred_at"),
    ],
    related: ["alerts", "support_tickets"],
  },
  support_tickets: {
    choices: {
      "support_tickets.priority": ["low", "medium", "high"],
      "support_tickets.status": ["open", "resolved"],
    },
    amounts: { "support_tickets.hours_to_resolve": [24, 48] },
    flags: [],
    texts: ["support_tickets.subject"],
    time: "support_tickets.created_at",
    groups: [{ member: "support_tickets.priority" }],
    related: [],
  },
  anomalies: {
    choices: { "anomalies.kind": ["spike", "drop", "silence"] },
    amounts: { "anomalies.score": [0.2, 0.5] },
    flags: [],
    texts: ["anomalies.reason"],
    time: "anomalies.day",
    groups: [{ member: "anomalies.kind" }],
    related: [],
  },
};

const ROOTS = ["sims", "sim_usage_daily", "alerts", "connection_events"] as const;
const SUMS: Partial<Record<View, readonly string[]>> = {
  sims: ["rate_plans.monthly_price", "quota_data.used"],
  sim_usage_daily: [
    "sim_usage_daily.total_volume",
    "sim_usage_daily.upload_volume",
    "sim_usage_daily.download_volume",
  ],
  alerts: ["alerts.minutes_to_acknowledge"],
  connection_events: ["rate_plans.monthly_price"],
  support_tickets: ["support_tickets.hours_to_resolve"],
  anomalies: ["anomalies.score"],
};

function vocabularyOf(view: View): Vocabulary {
  const vocabulary = VOCABULARIES[view];
  if (!vocabulary) throw new Error(`No vocabulary for ${view}.`);
  return vocabulary;
}

const comparator = fc.constantFrom<Comparator>("gt", "gte", "lt", "lte", "ne", "eq");

export function periodOn(time: string): fc.Arbitrary<Extract<Filter, { time: string }>> {
  const isDay = time.endsWith(".day");
  const day = (n: number) =>
    new Date(Date.parse("2026-10-03T00:00:00Z") + n * 86_400_000).toISOString();
  return fc
    .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 16 }))
    .map(([start, days]) => {
      const bound = (n: number) => (isDay ? day(n).slice(0, 10) : day(n));
      return { time, from: bound(start), to: bound(start + days) };
    });
}

function leaf(view: View, depth: number): fc.Arbitrary<Filter> {
  const { choices, amounts, flags, texts, time, related } = vocabularyOf(view);
  const names = Object.keys(choices);
  const choice = fc.constantFrom(...names).chain((member) =>
    fc.oneof(
      fc.record({
        member: fc.constant(member),
        op: fc.constantFrom("eq" as const, "ne" as const),
        value: fc.constantFrom(...(choices[member] ?? [])),
      }),
      fc.record({
        member: fc.constant(member),
        op: fc.constant("in" as const),
        values: fc.uniqueArray(fc.constantFrom(...(choices[member] ?? [])), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      fc.record({
        member: fc.constant(member),
        op: fc.constantFrom("is_null" as const, "is_not_null" as const),
      }),
    ),
  );
  const amount = fc.constantFrom(...Object.keys(amounts)).chain((member) =>
    fc.record({
      member: fc.constant(member),
      op: comparator,
      value: fc.constantFrom(...(amounts[member] ?? [])),
    }),
  );
  const text = fc.record({
    member: fc.constantFrom(...texts),
    op: fc.constantFrom("contains" as const, "starts_with" as const),
    value: fc.constantFrom("device-1", "O'N", "%", "alert 1", "Tele", "\\", "_"),
  });
  const leaves: fc.Arbitrary<Filter>[] = [choice, amount, text];
  if (flags.length > 0) {
    leaves.push(
      fc.record({
        member: fc.constantFrom(...flags),
        op: fc.constantFrom("eq" as const, "ne" as const),
        value: fc.boolean(),
      }),
    );
  }
  if (time) leaves.push(periodOn(time));
  if (!["support_tickets", "anomalies"].includes(view)) {
    leaves.push(
      fc.record({
        member: fc.constant("sims.tags"),
        op: fc.constant("has" as const),
        value: fc.constantFrom("pilot", "meter"),
      }),
    );
  }
  if (view === "sim_usage_daily") {
    leaves.push(
      fc.constant({
        member: "sim_usage_daily.upload_volume",
        op: "gt",
        other: "sim_usage_daily.download_volume",
        factor: 2,
      }),
    );
  }
  if (time !== undefined) {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    leaves.push(days.map((values) => ({ recurring: time, grain: "weekday" as const, in: values })));
  }
  if (depth > 0 && related.length > 0) {
    leaves.push(fc.constantFrom(...related).chain((other) => relatedFilter(other, depth - 1)));
  }
  return fc.oneof(...leaves);
}

function relatedFilter(related: View, depth: number): fc.Arbitrary<Filter> {
  const having = fc.record({
    measure: fc.oneof(
      fc.constant<Measure>({ agg: "count" }),
      fc.constantFrom(...(SUMS[related] ?? [])).map<Measure>((of) => ({ agg: "sum", of })),
    ),
    op: comparator,
    value: fc.constantFrom(0, 1, 2, 1_000_000),
  });
  return fc
    .record({ where: fc.option(filterOn(related, depth)), having: fc.option(having) })
    .map(({ where, having }) => ({ related, ...(where && { where }), ...(having && { having }) }));
}

export function filterOn(view: View, depth: number): fc.Arbitrary<Filter> {
  const one = leaf(view, depth);
  if (depth === 0) return one;
  const parts = fc.array(filterOn(view, depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 2, arbitrary: parts.map((and) => ({ and })) },
    { weight: 1, arbitrary: parts.map((or) => ({ or })) },
    { weight: 1, arbitrary: filterOn(view, depth - 1).map((not) => ({ not })) },
  );
}

function simpleMeasure(view: View): fc.Arbitrary<Measure> {
  const where = fc.option(filterOn(view, 1), { nil: undefined });
  const withWhere = (measure: Measure, filter: Filter | undefined): Measure =>
    filter && !("op" in measure) ? ({ ...measure, where: filter } as Measure) : measure;
  const of = fc.constantFrom(...(SUMS[view] ?? []));
  return fc.oneof(
    where.map((filter) => withWhere({ agg: "count" }, filter)),
    fc
      .tuple(
        fc.constantFrom(
          "sum" as const,
          "avg" as const,
          "min" as const,
          "max" as const,
          "median" as const,
          "p95" as const,
          "p90" as const,
        ),
        of,
        where,
      )
      .map(([agg, member, filter]) => withWhere({ agg, of: member }, filter)),
    where.map((filter) => withWhere({ agg: "count_distinct", of: "sims.country" }, filter)),
  );
}

function added(view: View): fc.Arbitrary<Measure> {
  const of = fc.constantFrom(...(SUMS[view] ?? []));
  return fc.oneof(
    fc.constant<Measure>({ agg: "count" }),
    of.map<Measure>((member) => ({ agg: "sum", of: member })),
  );
}

function anyMeasure(view: View, hasPeriod: boolean): fc.Arbitrary<Measure> {
  const { time, related } = vocabularyOf(view);
  const operation = fc.constantFrom(
    "ratio" as const,
    "percent" as const,
    "percent_change" as const,
    "difference" as const,
    "excess" as const,
    "product" as const,
    "sum" as const,
  );
  const measures: fc.Arbitrary<Measure>[] = [
    simpleMeasure(view),
    fc
      .tuple(operation, filterOn(view, 1))
      .map<Measure>(([op, where]) => ({ op, a: { agg: "count", where }, b: { agg: "count" } })),
    added(view).map<Measure>((share) => ({ share })),
    fc
      .constantFrom(...related)
      .chain((other) => added(other).map<Measure>((measure) => ({ related: other, measure }))),
  ];
  const outer = fc.constantFrom("min" as const, "max" as const, "avg" as const, "median" as const);
  measures.push(
    added(view).map<Measure>((one) => ({ ...one, per: ["sim"] }) as Measure),
    fc.tuple(outer, added(view)).map<Measure>(([agg, one]) => ({
      agg,
      over: { measure: one, by: [{ member: "sims.iccid" }] },
    })),
    fc.constantFrom(...related).chain((other) =>
      fc.tuple(added(other), filterOn(other, 1)).map<Measure>(([one, where]) => ({
        related: other,
        measure: { ...one, where } as Measure,
      })),
    ),
  );
  if (hasPeriod && view !== "sims" && time) {
    measures.push(
      fc.tuple(outer, added(view)).map<Measure>(([agg, measure]) => ({
        agg,
        over: { measure, by: [{ member: time, grain: "day" }] },
      })),
      fc
        .tuple(fc.constantFrom("day" as const, "week" as const, "hour" as const), added(view))
        .map<Measure>(([unit, measure]) => ({ ...measure, per: [unit] }) as Measure),
    );
  }
  return fc.oneof(...measures);
}

/** Some are refused by validation (a week's average in groups by day, say): filter with `isValid`. */
export const randomQuery: fc.Arbitrary<Query> = fc.constantFrom(...ROOTS).chain((from) => {
  const { time, groups } = vocabularyOf(from);
  return fc
    .record({
      period: fc.option(time && from !== "sims" ? periodOn(time) : fc.constant(null)),
      filter: fc.option(filterOn(from, 2)),
      isList: fc.boolean(),
    })
    .chain(({ period, filter, isList }) => {
      const parts = [period, filter].filter((one) => one !== null);
      const where: { where?: Filter } = parts.length > 0 ? { where: { and: parts } } : {};
      if (isList) return fc.constant<Query>({ from, columns: keyOf(from), ...where });
      const measure = anyMeasure(from, period !== null);
      return fc
        .record({
          groupBy: fc.uniqueArray(fc.constantFrom(...groups), {
            maxLength: 2,
            selector: (group) => (group.grain ? "time" : group.member),
          }),
          measures: fc.array(measure, { minLength: 1, maxLength: 2 }),
          having: fc.option(
            fc.record({
              op: fc.constantFrom("gt" as const, "lte" as const),
              value: fc.constantFrom(0, 1, 5, 1_000_000),
            }),
          ),
          fill: fc.boolean(),
          counts: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
        })
        .map<Query>(({ groupBy, measures, having, fill, counts }) => ({
          from,
          ...where,
          ...(groupBy.length > 0 && { groupBy }),
          ...(groupBy.length === 0 && measures.every(isPerRow) && { columns: keyOf(from) }),
          measures: measures.map((one, n) => ({ as: `m${n}`, measure: one })),
          ...(having && { having: [{ measure: "m0", ...having }] }),
          ...(fill && period && groupBy.some(({ grain }) => grain) && { fillGaps: true }),
          ...(counts && groupBy.length > 0 && { countGroups: "groups" }),
        }));
    });
});

function keyOf(from: View): string[] {
  if (from === "sims") return ["sims.iccid", "sims.customer"];
  if (from === "sim_usage_daily") return ["sim_usage_daily.iccid", "sim_usage_daily.day"];
  return [`${from}.id`, "sims.label"];
}
