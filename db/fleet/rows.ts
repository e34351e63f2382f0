import { alertsOf } from "./alerts.ts";
import { auditOf } from "./audit.ts";
import { isoDay } from "./calendar.ts";
import { addAnomalies, addDerived } from "./derived-rows.ts";
import type { Fleet } from "./fleet.ts";
import type { History } from "./history.ts";
import { otherImei } from "./identifiers.ts";
import type { Quota } from "./quotas.ts";
import { arrayText, instant } from "./table-writer.ts";
import type { Tables } from "./tables.ts";
import { ticketsOf } from "./tickets.ts";
import { totalOf } from "./usage.ts";

/** Which records are new: those after `afterMs`. */
export interface Window {
  readonly afterMs: number;
}

const ALL: Window = { afterMs: -Infinity };
const SAMPLE = "sample";

/** Every row of one SIM. `ruleIds`: the ids of `ALERT_RULES`, in their order. */
export function addSim(
  tables: Tables,
  fleet: Fleet,
  history: History,
  ruleIds: readonly (number | null)[],
): void {
  addCard(tables, fleet, history);
  addQuota(tables, history, history.data);
  if (history.smsQuota.total > 0) addQuota(tables, history, history.smsQuota);
  addRecords(tables, fleet, history, ruleIds, ALL);
  addDerived(tables, fleet, history, { isAnalysed: false });
  addAnomalies(tables, fleet, history, ALL);
}

function addCard(tables: Tables, fleet: Fleet, { sim, lastNetwork, lastSeenMs }: History): void {
  const imei = sim.incident?.changesImei ? otherImei(fleet, sim.index) : sim.imei;
  tables.sims.add(
    sim.iccid,
    sim.imsi,
    sim.msisdn,
    imei,
    sim.label,
    sim.status,
    sim.ipAddress,
    lastNetwork?.operator ?? null,
    lastNetwork?.country ?? null,
    sim.rat,
    sim.plan.name,
    sim.customer.name,
    arrayText(sim.tags),
    instant(sim.activatedAtMs),
    instant(sim.deactivatedAtMs),
    instant(lastSeenMs),
    instant(sim.createdAtMs),
  );
}

function addQuota(tables: Tables, { sim, nowMs }: History, quota: Quota): void {
  if (sim.status === "deactivated") return;
  const expires = quota.expiresDay === null ? null : `${isoDay(quota.expiresDay)}T00:00:00Z`;
  tables.sim_quota.add(
    sim.iccid,
    quota.type,
    quota.total,
    quota.used,
    Math.max(0, quota.total - quota.used),
    expires,
    instant(nowMs),
  );
}

/** The records in time: usage, events, messages, alerts, tickets and audit entries. */
export function addRecords(
  tables: Tables,
  fleet: Fleet,
  history: History,
  ruleIds: readonly (number | null)[],
  window: Window,
): void {
  const { sim } = history;
  const isNew = (ms: number) => ms > window.afterMs;
  addUsage(tables, history, isNew);
  for (const { atMs, type, severity, cause, network } of history.events) {
    if (!isNew(atMs)) continue;
    tables.connection_events.add(
      sim.iccid,
      instant(atMs),
      type,
      severity,
      cause,
      network.operator,
      network.country,
    );
  }
  addSms(tables, history, isNew);
  for (const alert of alertsOf(fleet, history)) {
    if (!isNew(alert.triggeredAtMs)) continue;
    tables.alerts.add(
      ruleIds[alert.rule] ?? null,
      sim.iccid,
      alert.severity,
      alert.message,
      instant(alert.triggeredAtMs),
      instant(alert.resolvedAtMs),
      alert.acknowledgedAtMs !== null,
      alert.acknowledgedBy,
      instant(alert.acknowledgedAtMs),
    );
  }
  for (const ticket of ticketsOf(fleet, history)) {
    if (!isNew(ticket.createdAtMs)) continue;
    tables.support_tickets.add(
      sim.iccid,
      sim.customer.name,
      ticket.subject,
      ticket.description,
      ticket.category,
      ticket.priority,
      ticket.team,
      ticket.confidence,
      ticket.status,
      instant(ticket.createdAtMs),
      instant(ticket.resolvedAtMs),
    );
  }
  for (const entry of auditOf(fleet, history)) {
    if (!isNew(entry.atMs)) continue;
    tables.audit_logs.add(
      entry.actor,
      entry.channel,
      entry.action,
      entry.resourceType,
      entry.resourceId,
      JSON.stringify(entry.changes),
      entry.ipAddress,
      entry.userAgent,
      instant(entry.atMs),
      SAMPLE,
    );
  }
}

function addUsage(tables: Tables, { sim, usage }: History, isNew: (ms: number) => boolean): void {
  for (const { day, network, sessions } of usage) {
    const fresh = sessions.filter(({ endsAtMs }) => isNew(endsAtMs));
    if (fresh.length === 0) continue;
    const { operator, country } = network;
    let uploaded = 0;
    for (const session of fresh) {
      const at = instant(session.endsAtMs);
      const { uploadBytes, downloadBytes } = session;
      // Later sessions of the day come after these, so the place in the day stays.
      const id = `fleet-${sim.index}-${day}-${sessions.indexOf(session)}`;
      tables.sim_usage.add(sim.iccid, at, uploadBytes, "upload", operator, country, `${id}u`);
      tables.sim_usage.add(sim.iccid, at, downloadBytes, "download", operator, country, `${id}d`);
      uploaded += uploadBytes;
    }
    const total = totalOf(fresh);
    tables.sim_usage_daily.add(
      isoDay(day),
      sim.iccid,
      total,
      uploaded,
      total - uploaded,
      fresh.length * 2,
    );
  }
}

function addSms(
  tables: Tables,
  { sim, sms, nowMs }: History,
  isNew: (ms: number) => boolean,
): void {
  for (const { direction, outcome, body, sentAtMs, endsAtMs } of sms) {
    if (!isNew(sentAtMs)) continue;
    const isPending = endsAtMs > nowMs;
    const status = isPending ? "pending" : outcome;
    const delivered = status === "delivered" ? instant(endsAtMs) : null;
    tables.sms_messages.add(sim.iccid, direction, status, body, instant(sentAtMs), delivered);
  }
}
