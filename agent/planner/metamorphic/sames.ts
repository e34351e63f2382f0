import { type Seed, wholeOf } from "./seeds.ts";

/** Another way to say a seed; null where it does not apply. */
type Rewrite = (seed: Seed) => string | null;

const around =
  (before: string, after = ""): Rewrite =>
  (seed) =>
    `${before}${wholeOf(seed)}${after}`;

const word =
  (from: string, to: string): Rewrite =>
  (seed) => {
    const whole = wholeOf(seed);
    const changed = whole.replace(new RegExp(`\\b${from}(?!\\w)`), to);
    return changed === whole ? null : changed;
  };

const words = (pairs: string): [string, Rewrite][] =>
  pairs
    .trim()
    .split("\n")
    .map((line) => {
      const [from = "", to = ""] = line.split(" = ");
      return [line, word(from, to)];
    });

/** What must leave the query as it is. */
export const SAMES: readonly (readonly [name: string, Rewrite])[] = [
  ["please first", around("please, ")],
  ["please last", around("", " please")],
  ["a greeting and a question mark", around("hi, ", "?")],
  ["thanks", around("", ", thanks!")],
  ["could you tell me", around("could you tell me ", "?")],
  ["I need", around("I need to know: ")],
  ["upper case", (seed) => wholeOf(seed).toUpperCase()],
  ["lower case", (seed) => wholeOf(seed).toLowerCase()],
  ["wide spaces", (seed) => ` ${wholeOf(seed).replaceAll(" ", "  ")} `],
  ["the time first", ({ text, time }) => (time ? `${time}, ${text}` : null)],
  ["the time first without a comma", ({ text, time }) => (time ? `${time} ${text}` : null)],
  ...words(`
SIMs = SIM cards
SIMs = devices
SIMs = cards
customer = client
customers = clients
per = by
per = for each
above = over
above = more than
below = under
less than = under
more than = over
without = with no
tickets = support tickets
alerts = alarms
data usage = traffic
data usage = data consumption
how many = number of
rejects = rejections
suspended = paused
in Italy = from Italy
in Austria = in AT
last week = in the previous week
last month = during the previous month
last month = in September
yesterday = on Tuesday
average = mean
top = the top
top = the highest
more than = greater than
more than = in excess of
less than = fewer than
less than = below
last week = the week of 12 October
last week = from 12 October to 18 October
last week = between 12 and 18 October
last month = since 1 September until 30 September
yesterday = on 20 October
yesterday = on 2026-10-20
which SIMs = list all SIMs that
which SIMs = what SIMs
total = overall
open alerts = unresolved alerts
suspended SIMs = SIMs that are suspended
active SIMs = SIMs which are active
disabled alert rules = alert rules that are disabled
MediFridge SIMs = SIMs of MediFridge
MediFridge SIMs = MediFridge's SIMs
of MediFridge = from MediFridge
of MediFridge = belonging to MediFridge
of MediFridge = for medifridge
on A1 AT = using A1 AT
on A1 AT = on the network A1 AT
percentage = share
percentage = what percentage
`),
  ...words(`
active = actve
suspended = suspeded
customer = custmer
customers = custoemrs
usage = usgae
alerts = alrets
tickets = tikets
yesterday = yesterdy
which = wich
average = averge
critical = critcal
month = mnth
number = numbr
`),
  ...words(`
1 GB = 1GB
1 GB = 1024 MB
1 GB = 1 gigabyte
1 GB = 1,024 MB
1 GB = 1048576 kB
20 MB = 20480 kB
24 hours = 1 day
10 days = ten days
3 days = three days
90 % = 90 percent
90 % = 90%
90 % = ninety percent
more than 5 = more than five
top 10 = top ten
top 5 = top five
bottom 5 = bottom five
20 SMS = twenty SMS
5 euro = five euros
`),
];

const TOGETHER = 3;

/** A seed with several rewrites one after the other, others for each `turn`. */
export function together(seed: Seed, turn: number): string {
  let said = wholeOf(seed);
  let applied = 0;
  for (let step = 0; step < SAMES.length && applied < TOGETHER; step++) {
    const [, rewrite] = SAMES[(turn * STRIDE + step * STRIDE) % SAMES.length] ?? [];
    const next = rewrite?.({ text: said }) ?? null;
    if (next === null || next.length > MAX_LENGTH) continue;
    said = next;
    applied++;
  }
  return said;
}

/** Shares no divisor with the number of rewrites for long, so that all get their turn. */
const STRIDE = 37;
const MAX_LENGTH = 140;
