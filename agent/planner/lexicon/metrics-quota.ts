import type { Metric } from "./metrics.ts";

/** What an allowance is called, by itself or before "left", "used" and "size". */
const ALLOWANCES =
  "quota allowance bundle bucket budget package packet contingent allotment pot".split(" ");

/** `{a} left` for every name of an allowance, with and without `data` or `sms` before it. */
function each(pattern: string, kind: string): string {
  return ALLOWANCES.flatMap((name) =>
    [`${kind} ${name}`, ...(kind === "data" ? [name] : [])].map((full) =>
      pattern.replaceAll("{a}", full),
    ),
  ).join(" | ");
}

/** Allowances: what there is, what is used, what is left, and when it runs out. */
export const QUOTA_METRICS = {
  data_remaining: {
    label: "data left",
    view: "sims",
    member: "quota_data.remaining",
    agg: "sum",
    kind: "bytes",
    of: "quota_data.total",
    say: `data left | data remaining | remaining data | data balance | left data | mb left | megabytes left | gb left | meg left | gig left | data volume left | volume left | volume remaining | remaining volume | available data | data available | data still available | data to spare | spare data | unused data | unspent data | left of quota | credit | credit left | credit remaining | remaining credit | data credit | data credit left | data credit remaining | credit balance | headroom | data headroom | data still on it | ${each("{a} left | {a} remaining | remaining {a} | {a} balance | left of {a} | {a} available | available {a}", "data")}`,
  },
  sms_remaining: {
    label: "SMS left",
    view: "sims",
    member: "quota_sms.remaining",
    agg: "sum",
    kind: "number",
    of: "quota_sms.total",
    say: `sms left | sms remaining | remaining sms | messages left | messages remaining | remaining messages | texts left | texts remaining | sms balance | sms available | available sms | unused sms | text messages left | remaining texts | remaining text messages | texts to spare | texts remain | messages remain | sms remain | text messages remain | texts still left | texts in its bundle | texts remain in its bundle | texts remain in their bundle | texts left in its bundle | messages left in its bundle | sms left in its bundle | messages remain in its bundle | sms remain in its bundle | texts in the bundle | texts left in the bundle | texts remain in the bundle | ${each("{a} left | {a} remaining | remaining {a}", "sms")}`,
  },
  quota_used: {
    label: "data quota used",
    view: "sims",
    member: "quota_data.used",
    agg: "sum",
    kind: "bytes",
    of: "quota_data.total",
    columns: ["quota_data.used_percent"],
    say: `used of quota | used volume | ${each("{a} used | used {a} | {a} usage | {a} consumption | {a} consumed | consumed {a} | used of {a}", "data")}`,
  },
  used_percent: {
    label: "share of the data quota used",
    view: "sims",
    member: "quota_data.used_percent",
    agg: "avg",
    kind: "percent",
    say: `used pct | used percent | used % | percent used | percentage used | fill level | ${each("{a} used percent | {a} percentage | {a} percentage used | percent of {a} used | percentage of {a} used | share of {a} used | {a} fill level | {a} utilisation | {a} utilization | utilisation of {a} | utilization of {a} | {a} usage in percent | {a} utilisation in percent | {a} utilization in percent | {a} usage in % | {a} utilisation in % | {a} utilization in % | {a} used in percent | {a} used in %", "data")}`,
  },
  left_percent: {
    label: "share of the data quota left",
    view: "sims",
    member: "quota_data.remaining_percent",
    agg: "avg",
    kind: "percent",
    say: `percent left | percentage left | percent remaining | percentage remaining | % left | % remaining | ${each("percent of {a} left | percentage of {a} left | share of {a} left | percentage of {a} remaining | percent of {a} remaining | {a} left in percent | {a} left in % | {a} remaining in percent", "data")}`,
  },
  sms_used: {
    label: "SMS quota used",
    view: "sims",
    member: "quota_sms.used",
    agg: "sum",
    kind: "number",
    of: "quota_sms.total",
    say: `sms used | used sms | sms usage | sms consumption | texts used | messages used | ${each("{a} used | used {a} | {a} usage | {a} consumption | {a} consumed | {a} utilisation | {a} utilization", "sms")}`,
  },
  sms_used_percent: {
    label: "share of the SMS quota used",
    view: "sims",
    member: "quota_sms.used_percent",
    agg: "avg",
    kind: "percent",
    say: `sms used in percent | ${each("percentage of {a} used | percent of {a} used | share of {a} used | {a} used in percent | {a} usage in percent", "sms")}`,
  },
  quota: {
    label: "data quota",
    view: "sims",
    member: "quota_data.total",
    agg: "sum",
    kind: "bytes",
    say: `data cap | data limit | data plan volume | data volume limit | quota size | ${each("{a} | {a} size | size of {a} | total {a}", "data")}`,
  },
  sms_quota: {
    label: "SMS quota",
    view: "sims",
    member: "quota_sms.total",
    agg: "sum",
    kind: "number",
    say: `sms limit | message quota | text quota | text allowance | message allowance | messaging quota | text message quota | text bundle | ${each("{a} | {a} size", "sms")}`,
  },
  exhaustion_probability: {
    label: "chance of running out in 30 days",
    view: "sims",
    member: "outlook_data.exhaustion_probability_30d",
    agg: "avg",
    kind: "fraction",
    columns: ["outlook_data.exhaustion_date"],
    say: ["chance", "probability", "risk", "likelihood", "danger", "odds"]
      .flatMap((word) => [
        `${word} of running out [of data]`,
        `${word} to run out [of data]`,
        `${word} that it runs out [of data]`,
        `${word} that they run out [of data]`,
        `${word} that it will run out [of data]`,
        `${word} that they will run out [of data]`,
        `${word} of it running out [of data]`,
        `${word} of them running out [of data]`,
        `${word} of exhaustion`,
        `${word} of running dry`,
        `${word} of exhausting their data`,
        `${word} of using up their data`,
        `run out ${word}`,
      ])
      .concat(
        "exhaustion probability | exhaustion risk | likely to run out [of data] | exhaustion likelihood | likely to exhaust their data",
      )
      .join(" | "),
  },
  days_left: {
    label: "days until the data runs out",
    view: "sims",
    member: "outlook_data.days_until_exhaustion",
    agg: "avg",
    kind: "day",
    columns: ["outlook_data.exhaustion_date"],
    say: "days until [the] data allowance is gone | days until [the] allowance is gone | days until [the] data quota is gone | days until [the] quota is gone | days until [their] data is gone | days until [the] data allowance is used up | days until [the] data is used up | days until [the] quota is used up | days until they are out of data | days until it is empty | days until run out | days till exhaustion | days till [the] data runs out | days till it runs out | days until exhaustion | days left | days remaining | days until [the] data runs out | days until it runs out | days until they run out | days until data is gone | days to exhaustion | time until exhaustion | days of data left | days before it runs out | days before they run out | days before [the] data runs out | days until empty | data will last | data last | quota will last | quota last | allowance last | bundle last",
  },
} as const satisfies Record<string, Metric>;
