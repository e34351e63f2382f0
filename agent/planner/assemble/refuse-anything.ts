import type { Item, ItemOf } from "../parse/items.ts";
import type { Task } from "./assemble.ts";
import { Trouble } from "./trouble.ts";

const LINKS: Readonly<Record<string, string>> = { country: "in", operator: "on", tag: "tagged" };
/** What has so many dates is no kind of rows. */
const MOST_DATES = 3;

/** "What happened at Acme yesterday": rows of every kind did. */
export function refuseAnything({ pool, subject }: Task): void {
  const happened = pool.items.find(isAnything);
  const values = pool.peek("value");
  const isOfOneSim = values.some(({ dim }) => dim === "sim");
  if (!happened || subject.noun !== null || subject.single || isOfOneSim) return;
  const whose = values.map(({ dim, cond }) => `${LINKS[dim ?? ""] ?? "of"} ${cond.said}`);
  const [time] = pool.peek("time");
  const when = spanOf(happened) ?? time?.time;
  const asked = [...whose, ...(when ? [when.label.replace(/ \(.*\)$/, "")] : [])];
  throw new Trouble(
    "What kind: connection events, alerts, tickets, or changes?",
    "value",
    ["Connection events", "Alerts", "Tickets"].map((rows) => [rows, ...asked].join(" ")),
  );
}

function isAnything(item: Item): boolean {
  if (item.cat === "pred") return item.members.length > MOST_DATES;
  return item.cat === "cond" && item.cond.k === "time" && item.cond.members.length > MOST_DATES;
}

function spanOf(item: Item): ItemOf<"time">["time"] | undefined {
  return item.cat === "cond" && item.cond.k === "time" ? item.cond.time : undefined;
}
