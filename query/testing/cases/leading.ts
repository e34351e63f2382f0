import { type Case, SEPTEMBER, TOTAL } from "./case.ts";

/** What is above an allowance, and what those that lead are of the whole. */
export const LEADING_CASES: readonly Case[] = [
  {
    name: "overage of a month by customer",
    query: {
      from: "sim_usage_daily",
      where: SEPTEMBER,
      groupBy: [{ member: "sims.customer" }],
      measures: [
        {
          as: "overage",
          measure: {
            agg: "sum",
            over: {
              measure: {
                op: "product",
                a: { op: "excess", a: TOTAL, b: { agg: "max", of: "rate_plans.included_bytes" } },
                b: { agg: "max", of: "rate_plans.overage_price_per_byte" },
              },
              by: [
                { member: "sim_usage_daily.iccid" },
                { member: "sim_usage_daily.day", grain: "month" },
              ],
            },
          },
        },
      ],
    },
    sql: `select s.customer, sum(greatest(u.volume - p.included_bytes, 0) / 1048576.0 * p.overage_price_per_mb) as overage
      from sims s join rate_plans p on p.name = s.rate_plan
      join (select iccid, sum(total_volume) as volume from sim_usage_daily where day between '2026-09-01' and '2026-09-30' group by 1) u
      on u.iccid = s.iccid group by s.customer`,
  },
  {
    name: "what the three heaviest SIMs of each customer are of its traffic",
    query: {
      from: "sim_usage_daily",
      where: SEPTEMBER,
      groupBy: [{ member: "sims.customer" }],
      measures: [
        {
          as: "percent",
          measure: {
            op: "percent",
            a: {
              agg: "sum",
              over: { measure: TOTAL, by: [{ member: "sim_usage_daily.iccid" }], first: 3 },
            },
            b: TOTAL,
          },
        },
      ],
    },
    sql: `with u as (select s.customer, d.iccid, sum(d.total_volume) as volume,
      row_number() over (partition by s.customer order by sum(d.total_volume) desc) as place
      from sim_usage_daily d join sims s on s.iccid = d.iccid where d.day between '2026-09-01' and '2026-09-30' group by 1, 2)
      select customer, 100.0 * sum(volume) filter (where place <= 3) / sum(volume) as percent from u group by 1`,
  },
];
