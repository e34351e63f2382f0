/** Questions that the planner answers, in the words that `swaps.ts` and `sames.ts` exchange. */
export interface Seed {
  readonly text: string;
  /** Said last, or first. */
  readonly time?: string;
}

const WHENEVER = `
SIMs in Italy
active SIMs in Austria
how many active SIMs are in Spain
how many SIMs does MediFridge have
number of SIMs per customer
number of SIMs per country
how many SIMs are on A1 AT
suspended SIMs of Alpine Lifts
which vaccine fridges are suspended
SIMs without a customer
SIMs on the rate plan Basic 50
which SIMs use 2G in Austria
SIMs above 90 % of their data quota
SIMs below 10 % of their data quota
SIMs with less than 20 SMS left
SIMs that will run out of data in the next 10 days
SIMs not seen in the last 24 hours
SIMs seen in the last 3 days
MediFridge SIMs with open critical alerts
customers with more than 5 open alerts
open alerts per severity
critical alerts that are not acknowledged
how many high severity alerts are open
open tickets per team
open tickets of TankWatch
high priority tickets that are pending
which team has the most open tickets
how many billing questions are open
number of SIMs per churn risk level
top 10 SIMs by churn probability
disabled alert rules
rate plans under 5 euro a month
percentage of SIMs that are suspended per customer
average data quota per customer
`;

const TIMED = `
which SIMs used more than 1 GB | last week
which SIMs used less than 20 MB | last month
top 10 SIMs by data usage | last week
top 5 customers by upload | last month
bottom 5 customers by data usage | last week
total upload | yesterday
total data usage | last month
data usage per customer | last week
data usage per day | last month
data usage of MediFridge | yesterday
data usage in Italy | last week
average daily data usage per SIM | last month
SIMs without any usage | yesterday
rejects per operator | last week
how many rejects were there in Austria | last week
which SIM had the most rejects | last month
failed SMS per customer | last month
how many SMS failed | yesterday
alerts raised per severity | last month
tickets opened per category | last month
spikes of MediFridge | last week
anomalies per customer | last month
median time to resolve tickets | last month
changes per channel | yesterday
how many SIMs were activated | last month
`;

const lines = (block: string) => block.trim().split("\n");

export const SEEDS: readonly Seed[] = [
  ...lines(WHENEVER).map((text) => ({ text })),
  ...lines(TIMED).map((line): Seed => {
    const [text = "", time = ""] = line.split(" | ");
    return { text, time };
  }),
];

export function wholeOf({ text, time }: Seed): string {
  return time ? `${text} ${time}` : text;
}
