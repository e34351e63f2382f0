import type { Measure } from "#query/query.ts";
import type { Metric } from "./metrics.ts";

const EARNING =
  "bring in,bring us,bring,earn us,earn,yield,generate,make us,pay us,pay,be worth,are worth,is worth,cost us,contribute,paid".split(
    ",",
  );
const EVERY_MONTH = [
  "per month",
  "a month",
  "each month",
  "every month",
  "monthly",
  "month by month",
];

/** "Bring in per month", "pays us every month". */
const EARNED = EARNING.flatMap((verb) => EVERY_MONTH.map((often) => `${verb} ${often}`)).join(
  " | ",
);

const PRICES = "price,base price,monthly price,cost,monthly cost,fee,money,euros,dollars".split(
  ",",
);

/** What a plan costs for so much of what it includes. */
function pricePer(units: readonly string[]): string {
  return PRICES.flatMap((price) =>
    units.flatMap((unit) => [
      `${price} per included ${unit}`,
      `${price} per ${unit}`,
      `${price} per ${unit} included`,
      `${price} for each included ${unit}`,
      `${price} a ${unit}`,
      `${price} of an included ${unit}`,
      `${price} of a ${unit}`,
      `${price} of one included ${unit}`,
      `${price} of one ${unit}`,
      `${price} of each included ${unit}`,
      `${price} for one included ${unit}`,
      `${price} per one ${unit}`,
    ]),
  ).join(" | ");
}

/** What a plan asks for so much more than it includes. */
function pricePerExtra(units: readonly string[]): string {
  const more = ["extra", "additional", "further", "excess", "surplus", "overage"].flatMap((word) =>
    units.map((unit) => `${word} ${unit}`),
  );
  const ofOne = [
    "one ",
    "each ",
    "every ",
    "an ",
    "a ",
    "per ",
    "for an ",
    "for each ",
    "for every ",
    "",
  ];
  const named = more.flatMap((what) => ofOne.map((one) => `${one}${what}`));
  const priced = [...PRICES, "charge"].flatMap((price) =>
    named.flatMap((what) => [`${price} of ${what}`, `${price} ${what}`]),
  );
  return [...named, ...priced].join(" | ");
}

/** What each SIM used in a month above what its plan includes, at its plan's price for more. */
const OVERAGE: Measure = {
  agg: "sum",
  over: {
    measure: {
      op: "product",
      a: {
        op: "excess",
        a: { agg: "sum", of: "sim_usage_daily.total_volume" },
        b: { agg: "max", of: "rate_plans.included_bytes" },
      },
      b: { agg: "max", of: "rate_plans.overage_price_per_byte" },
    },
    by: [{ member: "sim_usage_daily.iccid" }, { member: "sim_usage_daily.day", grain: "month" }],
  },
};

/** Prices of plans, advice on them, and the risk of losing a SIM. */
export const PLAN_METRICS = {
  monthly_price: {
    label: "monthly price",
    view: "rate_plans",
    member: "rate_plans.monthly_price",
    agg: "avg",
    kind: "money",
    say: "charge for | do we charge for | we charge for | charge | monthly price | price | prices | pricing | price per month | plan price | monthly cost | cost | costs | price a month | cost a month | cost per month | cost every month | cost each month | costs a month | base price | monthly rate | cost monthly | list price | price tag",
  },
  price_per_gb: {
    label: "price per included GB",
    view: "rate_plans",
    member: "rate_plans.price_per_included_gb",
    agg: "avg",
    kind: "money",
    say: pricePer(["gigabyte", "gb", "gig"]),
  },
  price_per_mb: {
    label: "price per included MB",
    view: "rate_plans",
    member: "rate_plans.price_per_included_mb",
    agg: "avg",
    kind: "money",
    say: pricePer(["megabyte", "mb", "meg"]),
  },
  monthly_fee: {
    label: "monthly fees",
    view: "sims",
    member: "rate_plans.monthly_price",
    agg: "sum",
    kind: "money",
    currency: "rate_plans.currency",
    say: `mrr | plan cost | plan costs | monthly plan cost | monthly plan costs | monthly recurring revenue | recurring revenue | monthly revenue | revenue | plan revenue | base revenue | fee | fees | monthly fee | monthly fees | base fee | base fees | monthly base fee | monthly base fees | monthly plan fee | monthly plan fees | plan fee | plan fees | subscription fee | subscription fees | monthly subscription fee | recurring fee | recurring fees | standing charge | standing charges | fixed fee | fixed fees | total monthly cost | monthly bill | monthly billing | monthly spend | monthly charge | monthly charges | monthly outlay | outlay | monthly expenditure | expenditure | monthly expense | monthly expenses | monthly spending | monthly running cost | running cost | running costs | upkeep | ongoing cost | ongoing costs | recurring cost | recurring costs | cost of ownership | set us back | sets us back | setting us back | shell out | shelling out | fork out | forking out | pay out | paying out | splash out | spend on plans | plan spend | plan spending | monthly run rate | run rate | subscription revenue | subscription spend | bring in | brings in | bringing in | take in per month | earn per month | worth to us | base charge | base charges | total monthly price | subscription cost | subscription costs | monthly costs | fixed costs | spend per month | spend a month | monthly income | income per month | revenue per month | would we lose | we would lose | we lose | lose per month | lose every month | lose a month | lose each month | we earn | we make per month | run rate | monthly run rate | monthly total of plan prices | bring in | pay us | pays us | earn us | bring us | ${EARNED}`,
  },
  overage_price: {
    label: "overage price per MB",
    view: "rate_plans",
    member: "rate_plans.overage_price_per_mb",
    agg: "avg",
    kind: "money",
    say: `overage [price] [per mb] | overage rate | overage cost | overage cost per mb | overage fee | overage fee per mb | overage charge | overage charge per mb | overage price a mb | overage price per megabyte | overage per megabyte | extra mb price | extra mb cost | extra megabyte cost | price per mb over | price per mb above | price per mb beyond | overuse price | overrun price | excess price | price of overage | ${pricePerExtra(["mb", "megabyte", "meg"])}`,
  },
  overage_cost: {
    label: "overage",
    view: "sim_usage_daily",
    member: "sim_usage_daily.total_volume",
    agg: "sum",
    kind: "money",
    currency: "rate_plans.currency",
    measure: OVERAGE,
    say: "bill for overage | bill for the overage | bill for extra data | bill for excess data | overage invoice | overage bill | overage bills | overage due | overage to bill | overage revenue | overage owed | overage amount",
  },
  included_data: {
    label: "included data",
    view: "rate_plans",
    member: "rate_plans.included_bytes",
    agg: "avg",
    kind: "bytes",
    say: "included data | included | included volume | included bytes | included traffic | included allowance | included amount | data included | traffic included | included data volume | plan include | plan includes | plan's included volume | plan allowance | plan's allowance | plan volume | plan's volume | allowance of plan | volume of plan | included in plan | included in rate plan | included in tariff | included in their plan | included in their rate plan | included in its plan | included in its rate plan | included in the plan | included in the rate plan | included in the tariff | included mb | included megabytes | inclusive data | inclusive volume | rate plan include | rate plan includes | plan allows | tariff includes | tariff include | volume included | plan cover | plan covers | plan come with | plan comes with | tariff covers | data volume included | bundled data",
  },
  included_total: {
    label: "included data of all SIMs",
    view: "sims",
    member: "rate_plans.included_bytes",
    agg: "sum",
    kind: "bytes",
    say: "pooled allowance | total included volume | total included data | included volume altogether | included volume in total | pooled data | data pool",
  },
  included_sms: {
    label: "included SMS",
    view: "rate_plans",
    member: "rate_plans.included_sms",
    agg: "avg",
    kind: "number",
    say: "included sms | sms included | included messages | included texts | texts included | messages included | inclusive sms | free sms | free texts",
  },
  saving: {
    label: "monthly saving",
    view: "quota_recommendations",
    member: "quota_recommendations.monthly_saving",
    agg: "sum",
    kind: "money",
    currency: "quota_recommendations.currency",
    say: "monthly saving | saving | savings | potential saving | save every month | save per month | save a month | save each month | save monthly | save | saved | money saved | possible saving | saving potential | potential saving per month | potential monthly saving | savings potential | savings opportunity | money we could save | could be saved | can be saved | to be saved | reduction in cost | cost reduction | cost cut | cost cutting potential | monthly savings | saving per month | saving a month | savings per month | savings a month | saving every month | saving each month | cost saving | cost savings | money to be saved | cut our costs | cut costs | cut from our costs | save money",
  },
  recommended_total: {
    label: "recommended quota",
    view: "quota_recommendations",
    member: "quota_recommendations.recommended_total",
    agg: "sum",
    kind: "bytes",
    say: "recommended volume | recommended quota | recommended total | recommended bundle | recommended allowance | suggested volume | suggested quota | suggested bundle | suggested allowance | proposed volume | proposed quota | recommended data volume | recommended size | advised volume | advised quota | new volume | new quota",
  },
  current_total: {
    label: "current quota",
    view: "quota_recommendations",
    member: "quota_recommendations.current_total",
    agg: "sum",
    kind: "bytes",
    say: "current volume | current quota | current total | current bundle | current allowance | present volume | present quota | current data volume | current size | volume now | quota now | old volume | old quota",
  },
  advice_confidence: {
    label: "confidence of the recommendation",
    view: "quota_recommendations",
    member: "quota_recommendations.confidence",
    agg: "avg",
    kind: "fraction",
    say: "confidence of recommendation | confidence of the recommendation | recommendation confidence | confidence of the advice | confidence in recommendation | confidence in the recommendation | confidence in the advice | sure about the recommendation",
  },
  risk_before: {
    label: "risk of running out now",
    view: "quota_recommendations",
    member: "quota_recommendations.risk_before",
    agg: "avg",
    kind: "fraction",
    say: "risk before | risk before the change | risk before change | current risk of running out | risk of running out before | risk of running out now | risk without the change | risk today | risk if nothing changes | risk if we do nothing",
  },
  risk_after: {
    label: "risk of running out after the change",
    view: "quota_recommendations",
    member: "quota_recommendations.risk_after",
    agg: "avg",
    kind: "fraction",
    say: "risk after | risk after the change | risk after change | risk of running out after | risk of running out afterwards | risk afterwards | risk after it | remaining risk | residual risk | risk with the change | new risk",
  },
  churn: {
    label: "churn probability",
    view: "churn_risk",
    member: "churn_risk.probability",
    agg: "avg",
    kind: "fraction",
    columns: ["churn_risk.risk_level", "churn_risk.top_factors"],
    say: "churn [probability] | to churn | churning | to leave us | to cancel | to walk away | to be given up | to defect | to jump ship | to quit on us | churn risk | churn score | churn likelihood | churn chance | churn odds | churn rate predicted | attrition risk | attrition probability | cancellation risk | cancellation probability | likely to churn | likely to leave | likely to leave us | likely to cancel | likely to walk | likely to walk away | likely to be lost | likely to be given up | likely to quit | probability of churn | probability of churning | probability of leaving | probability to churn | probability to leave | probability of being cancelled | risk of churn | risk of churning | risk of leaving | risk of losing them | risk to churn | risk of cancellation | chance of churn | chance of churning | chance of leaving | chance of losing them | chance to churn | likelihood of churn | likelihood of churning | likelihood of leaving | likelihood to churn | likelihood of cancellation | tendency to churn | danger of churn | danger of leaving | danger of churning",
  },
} as const satisfies Record<string, Metric>;
