import { dayOf, HOUR_MS, SECOND_MS, startOfDay, weekdayOf } from "./calendar.ts";
import { dailyChance, type Fleet, STREAM, shareOfBaseDay, streamOf } from "./fleet.ts";
import type { History } from "./history.ts";
import { at, between, chance, logBetween, pick, type Random, weighted } from "./random.ts";
import { TICKET_CATEGORIES, TICKET_KINDS, type TicketCategory } from "./ticket-texts.ts";

export interface Ticket {
  readonly subject: string;
  readonly description: string;
  readonly category: TicketCategory;
  readonly priority: "high" | "medium" | "low";
  readonly team: string;
  /** How sure the sorting of the ticket was, 0–1. */
  readonly confidence: number;
  readonly status: "open" | "pending" | "resolved";
  readonly createdAtMs: number;
  readonly resolvedAtMs: number | null;
}

const WINDOW_DAYS = 90;
const TICKETS_PER_SIM_DAY = 0.0028;
const BUSY = [1.4, 1.2, 1.1, 1.1, 1.1, 0.5, 0.4] as const;

/** The tickets that a customer wrote about this SIM. */
export function ticketsOf(fleet: Fleet, history: History): Ticket[] {
  const { sim, nowMs } = history;
  const tickets: Ticket[] = [];
  const probability = dailyChance(fleet, TICKETS_PER_SIM_DAY, 60);
  const first = Math.max(
    fleet.baseDay - Math.min(WINDOW_DAYS, fleet.days),
    dayOf(sim.createdAtMs) + 1,
  );
  for (let day = first; day <= dayOf(nowMs); day++) {
    const random = streamOf(fleet, STREAM.tickets, sim.index, day);
    const boost = day === fleet.baseDay ? 1.2 / Math.max(0.2, shareOfBaseDay(fleet)) : 1;
    const follows = sim.incident !== null && sim.incident.firstDay + 1 === day;
    const likelihood = follows ? 0.4 : probability * boost * at(BUSY, weekdayOf(day));
    if (!chance(random, likelihood)) continue;
    const createdAtMs = startOfDay(day) + Math.floor(between(random, 5.5, 18.5) * 3600) * SECOND_MS;
    const ticket = write(history, createdAtMs, follows, random);
    if (createdAtMs <= nowMs) tickets.push(ticket);
  }
  return tickets;
}

function write(history: History, createdAtMs: number, isIncident: boolean, random: Random): Ticket {
  const category = isIncident ? "connectivity_issue" : categoryOf(history, random);
  const kind = TICKET_KINDS[category];
  const [subject, text] = pick(random, kind.wordings);
  const priority = weighted(
    random,
    PRIORITIES[category === "complaint" || isIncident ? "pressing" : "usual"],
  );
  const resolvedAtMs =
    createdAtMs + Math.floor(logBetween(random, ...HOURS[priority]) * 3600) * SECOND_MS;
  const isResolved = chance(random, 0.88) && resolvedAtMs <= history.nowMs;
  const isPending = chance(random, createdAtMs < history.nowMs - 8 * HOUR_MS ? 0.45 : 0.1);
  return {
    category,
    priority,
    subject: fill(subject, history),
    description: fill(text, history),
    team: chance(random, 0.9) ? kind.team : "Customer Success",
    confidence: Math.round(between(random, 0.55, 0.99) * 100) / 100,
    status: isResolved ? "resolved" : isPending ? "pending" : "open",
    createdAtMs,
    resolvedAtMs: isResolved ? resolvedAtMs : null,
  };
}

function categoryOf({ sim, data }: History, random: Random): TicketCategory {
  if (sim.status === "inactive" && chance(random, 0.6)) return "activation_problem";
  if (data.total > 0 && data.used >= data.total && chance(random, 0.5)) return "quota_exhausted";
  return weighted(
    random,
    TICKET_CATEGORIES.map((category) => [category, TICKET_KINDS[category].weight]),
  );
}

const PRIORITIES = {
  pressing: [
    ["high", 0.55],
    ["medium", 0.35],
    ["low", 0.1],
  ],
  usual: [
    ["high", 0.18],
    ["medium", 0.47],
    ["low", 0.35],
  ],
} as const;

/** From creation to resolution. */
const HOURS: Readonly<Record<Ticket["priority"], readonly [number, number]>> = {
  high: [1, 60],
  medium: [3, 150],
  low: [8, 400],
};

function fill(text: string, { sim, lastNetwork }: History): string {
  const words: Readonly<Record<string, string>> = {
    label: sim.label,
    iccid: sim.iccid,
    device: sim.customer.device,
    customer: sim.customer.name,
    operator: lastNetwork?.operator ?? sim.homeOperator,
    country: lastNetwork?.country ?? sim.home.country,
    plan: sim.plan.name,
    rat: sim.rat,
  };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
