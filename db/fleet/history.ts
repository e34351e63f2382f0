import { dayOf } from "./calendar.ts";
import { type ConnectionEvent, eventsOn } from "./events.ts";
import type { Fleet } from "./fleet.ts";
import { type Network, networkOn } from "./network.ts";
import { type Quota, quotaAt, type Spending } from "./quotas.ts";
import { aliveDays, isAlive, type Sim } from "./sims.ts";
import { type Sms, smsOn } from "./sms.ts";
import { type Session, totalOf, type UsageDay, usageOn } from "./usage.ts";

/** One SIM's whole record up to an instant; small, so that a fleet is made one SIM at a time. */
export interface History {
  readonly sim: Sim;
  readonly nowMs: number;
  /** Days with sessions only, each cut to what had ended. */
  readonly usage: readonly UsageDay[];
  /** In order of time. */
  readonly events: readonly ConnectionEvent[];
  /** Of these, what the network told; the others are the quota's. */
  readonly networkEvents: readonly ConnectionEvent[];
  readonly sms: readonly Sms[];
  readonly data: Quota;
  readonly smsQuota: Quota;
  readonly lastSeenMs: number | null;
  readonly lastNetwork: Network | null;
  /** Bytes of a day; 0 where there was nothing. */
  readonly totalOn: (day: number) => number;
}

export function historyOf(fleet: Fleet, sim: Sim, nowMs: number): History {
  return told(fleet, sim, record(fleet, sim, nowMs), nowMs);
}

/** The same history as it stood earlier, for half the work of making it. */
export function earlierHistory(fleet: Fleet, later: History, nowMs: number): History {
  const usage = later.usage.flatMap((day) => {
    const sessions = day.sessions.filter(({ endsAtMs }) => endsAtMs <= nowMs);
    return sessions.length > 0 ? [{ ...day, sessions }] : [];
  });
  const events = later.networkEvents.filter(({ atMs }) => atMs <= nowMs);
  const sms = later.sms.filter(({ sentAtMs }) => sentAtMs <= nowMs);
  return told(fleet, later.sim, { usage, events, sms }, nowMs);
}

function told(
  fleet: Fleet,
  sim: Sim,
  { usage, events, sms }: ReturnType<typeof record>,
  nowMs: number,
): History {
  const totals = new Map(usage.map(({ day, sessions }) => [day, totalOf(sessions)]));
  const data = quotaAt(
    fleet,
    sim,
    "data",
    usage.flatMap(({ sessions }) => sessions.map(bytesOf)),
    nowMs,
  );
  const smsQuota = quotaAt(fleet, sim, "sms", sms.filter(isToDevice).map(oneMessage), nowMs);
  const seen = lastSeen(fleet, sim, usage, events);
  return {
    sim,
    nowMs,
    usage,
    sms,
    data,
    smsQuota,
    events: [...events, ...quotaEvents(fleet, sim, data)].sort(
      (one, other) => one.atMs - other.atMs,
    ),
    networkEvents: events,
    lastSeenMs: seen,
    lastNetwork: seen === null ? null : networkOn(fleet, sim, dayOf(seen)),
    totalOn: (day) => totals.get(day) ?? 0,
  };
}

function record(fleet: Fleet, sim: Sim, nowMs: number) {
  const usage: UsageDay[] = [];
  const events: ConnectionEvent[] = [];
  const sms: Sms[] = [];
  const alive = aliveDays(sim, fleet.firstDay, nowMs);
  if (!alive) return { usage, events, sms };
  const [first, lastAlive] = alive;
  const last = sim.status === "suspended" ? dayOf(nowMs) : lastAlive; // the network still turns it away
  for (let day = first; day <= last; day++) {
    const planned = usageOn(fleet, sim, day);
    const sessions = planned.sessions.filter(({ endsAtMs }) => endsAtMs <= nowMs);
    if (sessions.length > 0) usage.push({ ...planned, sessions });
    for (const event of eventsOn(fleet, sim, planned)) if (event.atMs <= nowMs) events.push(event);
    for (const message of smsOn(fleet, sim, day)) if (message.sentAtMs <= nowMs) sms.push(message);
  }
  sms.sort((one, other) => one.sentAtMs - other.sentAtMs);
  return { usage, events, sms };
}

/** A reject is no sign of life. A SIM that ended before the first record was heard of at its end. */
function lastSeen(
  fleet: Fleet,
  sim: Sim,
  usage: readonly UsageDay[],
  events: readonly ConnectionEvent[],
): number | null {
  const last = usage.at(-1)?.sessions.at(-1)?.endsAtMs ?? 0;
  const heard = events
    .filter(({ type }) => type !== "reject")
    .reduce((latest, { atMs }) => Math.max(latest, atMs), last);
  if (heard > 0) return heard;
  if (sim.endsAtMs === 0) return null;
  if (sim.activatedAtMs === null) return sim.endsAtMs;
  return Number.isFinite(sim.endsAtMs) && dayOf(sim.endsAtMs) <= fleet.firstDay
    ? sim.endsAtMs - 1000
    : null;
}

function quotaEvents(fleet: Fleet, sim: Sim, quota: Quota): ConnectionEvent[] {
  const network = (atMs: number) => networkOn(fleet, sim, dayOf(atMs));
  return [
    ...quota.thresholdAtMs.map(
      (atMs): ConnectionEvent => ({
        atMs,
        type: "quota_threshold",
        severity: "warning",
        cause: "80 % of the data quota used",
        network: network(atMs),
      }),
    ),
    ...quota.exhaustedAtMs.map(
      (atMs): ConnectionEvent => ({
        atMs,
        type: "quota_exhausted",
        severity: "critical",
        cause: "data quota used up",
        network: network(atMs),
      }),
    ),
  ].filter(({ atMs }) => isAlive(sim, atMs));
}

const bytesOf = (session: Session): Spending => ({
  atMs: session.endsAtMs,
  amount: session.uploadBytes + session.downloadBytes,
});
const isToDevice = (message: Sms) => message.direction === "mt";
const oneMessage = (message: Sms): Spending => ({ atMs: message.sentAtMs, amount: 1 });
