import { z } from "zod";

/**
 * The semantic query: what a question means, over the views of the data contract. It is filled by the
 * built-in planner and by language models alike, checked strictly against the catalogue, and compiled
 * to one parameterised SELECT. It never names an organisation: that comes from the actor.
 */

export const VIEWS = [
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
export const View = z.enum(VIEWS);
export type View = z.infer<typeof View>;

/**
 * `view.column` of the contract, or a derived member that the catalogue declares
 * (`sim_quota.used_percent`). Besides the root view's own members, those of every view that it reaches
 * to-one may be used: anything with an ICCID reaches `sims` and, through it, `rate_plans`,
 * `churn_risk`, `quota_recommendations`, and the aliases `quota_data`, `quota_sms` (`sim_quota` of that
 * type), `outlook_data`, `outlook_sms` (`quota_outlook` of that type). See `reachable` in
 * `query/relations.ts`.
 */
export const Member = z.string().regex(/^[a-z_]+\.[a-z_0-9]+$/, "must be view.column");
export type Member = z.infer<typeof Member>;

export const Grain = z.enum([
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "weekday",
  "hour_of_day",
]);
export type Grain = z.infer<typeof Grain>;

const Scalar = z.union([z.string().max(500), z.number(), z.boolean()]);
export const Comparator = z.enum(["eq", "ne", "gt", "gte", "lt", "lte"]);
export type Comparator = z.infer<typeof Comparator>;

/**
 * An instant (`2026-10-01T00:00:00Z`) or a day (`2026-10-01`). A day member takes a day only; for a
 * timestamp a day means its midnight in the query's zone.
 */
const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/**
 * Every filter either holds for a row or does not; `not` is the rest of the rows. Values are in base
 * units (bytes, messages, the member's own unit). Text compares exactly; an ICCID may have 19 or 20 digits.
 */
export type Filter =
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  /** Null never satisfies a comparison, except `ne`, which a null satisfies. */
  | { member: Member; op: Comparator; value: string | number | boolean }
  | { member: Member; op: "in"; values: (string | number)[] }
  /** Text contains or starts with, case-insensitive; `has`: a list member has exactly this element. */
  | { member: Member; op: "contains" | "starts_with" | "has"; value: string }
  /** A list is null when it has no element. */
  | { member: Member; op: "is_null" | "is_not_null" }
  /** Compare with another member: `member op factor × other`. */
  | { member: Member; op: Comparator; other: Member; factor?: number | undefined }
  /** Half-open: from ≤ member < to. `label` is how the person said it ("last week"). */
  | { time: Member; from?: string | undefined; to?: string | undefined; label?: string | undefined }
  /** Hours of the day (0 to 23) or days of the week (1 = Monday) that come again, in the query's zone. */
  | { recurring: Member; grain: "weekday" | "hour_of_day"; in: number[] }
  /**
   * Rows of `related` that belong to this row (same SIM; same rule for alerts and alert rules; same
   * plan for rate plans and SIMs; with `via`, same customer, for SIMs and tickets): at least one exists, or
   * a measure over them holds, where counts and sums over no rows are zero. `where` is about the related
   * view's members. Absence: wrap it in `not`.
   */
  | {
      related: View;
      via?: "customer" | undefined;
      where?: Filter | undefined;
      having?: { measure: Measure; op: Comparator; value: number } | undefined;
    };

/**
 * What the denominators of `per` count: calendar units of the time range (which needs a start; of days only
 * those that `recurring` weekdays leave), or the SIMs that pass the filters on SIMs. Filters on the root view's own rows do not make SIMs fewer.
 */
export const PerUnit = z.enum(["hour", "day", "week", "month", "sim"]);
export type PerUnit = z.infer<typeof PerUnit>;

/** `median`, and the values that so many per cent of the rows do not exceed. */
export const PERCENTILES = ["median", "p75", "p90", "p95", "p99"] as const;
export type Percentile = (typeof PERCENTILES)[number];

const Operation = z.enum([
  "ratio",
  "percent",
  "percent_change",
  "difference",
  "sum",
  "excess",
  "distance",
  "product",
]);
type Operation = z.infer<typeof Operation>;

export type Measure =
  /** Rows of `from` (that pass `where`). */
  | { agg: "count"; where?: Filter | undefined; per?: PerUnit[] | undefined }
  | {
      agg: "sum" | "avg" | "min" | "max" | Percentile | "count_distinct";
      of: Member;
      where?: Filter | undefined;
      /** Divide the sum or count by the number of these units; units without rows count (as zero). */
      per?: PerUnit[] | undefined;
    }
  /**
   * An outer aggregate over inner groups: the highest daily total is max over (sum by day). Over one
   * calendar grain of a bounded range, or over SIMs, groups without rows count as zero. `first`: of so
   * many inner groups only, the largest first: what the ten heaviest SIMs used together.
   */
  | {
      agg: "sum" | "avg" | "min" | "max" | Percentile;
      over: { measure: Measure; by: GroupBy[]; first?: number | undefined };
    }
  /**
   * `ratio` a/b; `percent` 100·a/b; `percent_change` 100·(a−b)/b; null where b is 0. `excess` is a−b where
   * that is above zero, else zero; `distance` how far a and b are apart; `product` a·b, of an amount and a price.
   */
  | { op: Operation; a: Measure; b: Measure }
  /** `times`·a/b: tickets per 100 SIMs, rejects per 1,000 sessions. */
  | { op: "rate"; times: number; a: Measure; b: Measure }
  /**
   * How many of these units of the period have no row (that passes `where`), on the view's own time:
   * the days on which a SIM was silent. Only inside `related`, and with a period in `where`.
   */
  | { without: "day" | "week" | "month"; where: Filter }
  /** Percent of the measure's total over all groups. */
  | { share: Measure }
  /** The measure's average over all groups, the same in each: to hold a group's own figure against. */
  | { mean: Measure }
  /**
   * A measure over the rows of another view that belong to each row (zero where there are none). In
   * list mode a column of its own (SIMs with their usage of last week beside the number of open
   * alerts); in aggregate mode it is added up, and must be a sum or a count.
   */
  | { related: View; measure: Measure };

export const Filter: z.ZodType<Filter> = z
  .lazy(() =>
    z.union([
      z.strictObject({ and: z.array(Filter).min(1).max(30) }),
      z.strictObject({ or: z.array(Filter).min(1).max(30) }),
      z.strictObject({ not: Filter }),
      z.strictObject({ member: Member, op: Comparator, value: Scalar }),
      z.strictObject({
        member: Member,
        op: z.literal("in"),
        values: z
          .array(z.union([z.string().max(500), z.number()]))
          .min(1)
          .max(1000),
      }),
      z.strictObject({
        member: Member,
        op: z.enum(["contains", "starts_with", "has"]),
        value: z.string().min(1).max(500),
      }),
      z.strictObject({ member: Member, op: z.enum(["is_null", "is_not_null"]) }),
      z.strictObject({
        member: Member,
        op: Comparator,
        other: Member,
        factor: z.number().optional(),
      }),
      z.strictObject({
        time: Member,
        from: Moment.optional(),
        to: Moment.optional(),
        label: z.string().max(100).optional(),
      }),
      z.strictObject({
        recurring: Member,
        grain: z.enum(["weekday", "hour_of_day"]),
        in: z.array(z.int().min(0).max(23)).min(1).max(24),
      }),
      z.strictObject({
        related: View,
        via: z.literal("customer").optional(),
        where: Filter.optional(),
        having: z.strictObject({ measure: Measure, op: Comparator, value: z.number() }).optional(),
      }),
    ]),
  )
  .meta({ id: "Filter" });

export const GroupBy = z.strictObject({
  member: Member,
  grain: Grain.optional(),
  /** Of a list member: no groups but those of these elements. */
  only: z.array(z.string().max(500)).min(1).max(50).optional(),
});
export type GroupBy = z.infer<typeof GroupBy>;

const perUnits = z.array(PerUnit).min(1).max(2).optional();
export const Measure: z.ZodType<Measure> = z
  .lazy(() =>
    z.union([
      z.strictObject({ agg: z.literal("count"), where: Filter.optional(), per: perUnits }),
      z.strictObject({
        agg: z.enum(["sum", "avg", "min", "max", ...PERCENTILES, "count_distinct"]),
        of: Member,
        where: Filter.optional(),
        per: perUnits,
      }),
      z.strictObject({
        agg: z.enum(["sum", "avg", "min", "max", ...PERCENTILES]),
        over: z.strictObject({
          measure: Measure,
          by: z.array(GroupBy).min(1).max(3),
          first: z.int().min(1).max(1000).optional(),
        }),
      }),
      z.strictObject({
        op: Operation,
        a: Measure,
        b: Measure,
      }),
      z.strictObject({
        op: z.literal("rate"),
        times: z.int().min(2).max(1_000_000),
        a: Measure,
        b: Measure,
      }),
      z.strictObject({ without: z.enum(["day", "week", "month"]), where: Filter }),
      z.strictObject({ share: Measure }),
      z.strictObject({ mean: Measure }),
      z.strictObject({ related: View, measure: Measure }),
    ]),
  )
  .meta({ id: "Measure" });

/** Of an amount of data, or of a length of time. */
const Unit = z.enum(["kB", "MB", "GB", "TB", "second", "minute", "hour", "day"]);

const Name = z.string().regex(/^[a-z][a-z0-9_]{0,40}$/, "must be snake_case");

/**
 * List mode: rows of `from` (optionally with measures that are all `related`). Aggregate mode:
 * `measures` and/or `groupBy`; `groupBy` alone gives the distinct values. Where every measure bounds
 * the same time in its own `where`, rows outside all of those periods make no group.
 */
export const Query = z.strictObject({
  from: View,
  /** List mode: the members that each row shows. Default: the catalogue's choice for the view. */
  columns: z.array(Member).min(1).max(20).optional(),
  /** Columns that are shown in another unit than their own: the time to resolve in hours. */
  units: z
    .array(z.strictObject({ member: Member, unit: Unit }))
    .min(1)
    .max(8)
    .optional(),
  /** Aggregate mode: what is computed, under the name its column gets. */
  measures: z
    .array(z.strictObject({ as: Name, measure: Measure, unit: Unit.optional() }))
    .min(1)
    .max(8)
    .optional(),
  /** A list member (`sims.tags`) groups by element: a row counts in each of its groups. */
  groupBy: z.array(GroupBy).max(4).optional(),
  where: Filter.optional(),
  /**
   * On groups (or on related measures of a list): measures by the name given above, in base units
   * whatever `unit` shows. `other` compares with another measure: `measure op factor × other`.
   */
  having: z
    .array(
      z.strictObject({
        measure: Name,
        op: Comparator,
        value: z.number().optional(),
        other: Name.optional(),
        factor: z.number().optional(),
      }),
    )
    .max(5)
    .optional(),
  /** Instead of the groups only how many they are, under this name: how many customers have over 100 SIMs. */
  countGroups: Name.optional(),
  /** Days, weeks … of the range without rows appear with zero. */
  fillGaps: z.boolean().optional(),
  /** `by`: a measure's name, a member (view.column), or a group's member. Nulls come last. */
  orderBy: z
    .array(z.strictObject({ by: z.string().max(80), direction: z.enum(["asc", "desc"]) }))
    .max(3)
    .optional(),
  limit: z.int().min(1).max(1000).optional(),
  /**
   * The first `limit` rows for each combination of these members, in the order given: the heaviest SIM
   * of each customer. They are among the groups (or the columns of a list).
   */
  firstPer: z
    .strictObject({ members: z.array(Member).min(1).max(3), limit: z.int().min(1).max(100) })
    .optional(),
  /** IANA zone in which instants fall into hours, days, weeks. Days of the daily rollup are UTC. */
  zone: z.string().max(60).optional(),
});
export type Query = z.infer<typeof Query>;
