import { networkOf } from "../sims/network.ts";
import type { Sim } from "../sims/sims.ts";
import { isoOf, offsetDateOf } from "../units.ts";
import type { World } from "../world.ts";
import { locationDetail } from "./event-details.ts";

/** Ids 1, 3 and 4 were seen at 1NCE; the others are those of the platform that its records resemble. */
const TYPES = {
  update_location: [1, "Update location", "Location updated."],
  create_pdp: [3, "Create PDP Context", "PDP Context created."],
  delete_pdp: [4, "Delete PDP Context", "PDP Context deleted."],
  activated: [8, "SIM activation", "Status of SIM changed from 'Suspended' to 'Activated'"],
  suspended: [9, "SIM suspension", "Status of SIM changed from 'Activated' to 'Suspended'"],
  purge_location: [15, "Purge location", "Location purged."],
  quota_threshold: [18, "Quota threshold reached", "Data quota threshold reached."],
  quota_used_up: [19, "Quota used up", "Data quota used up."],
  sms_quota_threshold: [20, "SMS quota threshold reached", "SMS quota threshold reached."],
  sms_quota_used_up: [21, "SMS quota used up", "SMS quota used up."],
} as const;
export type EventType = keyof typeof TYPES;

const SEVERITIES = ["INFO", "WARN", "CRITICAL"] as const;

export interface SimEvent {
  readonly id: number;
  readonly sim_id: number;
  readonly at_ms: number;
  readonly type_id: number;
  readonly type: string;
  readonly severity: number;
  readonly alert: number;
  readonly description: string;
  readonly user: string | null;
  /** JSON */
  readonly detail: string | null;
}

export interface EventOptions {
  readonly detail?: unknown;
  /** Makes it an alert, and is said in the description. */
  readonly failure?: string;
  readonly user?: string;
}

export function recordEvent(
  world: World,
  sim: Sim,
  kind: EventType,
  atMs: number,
  { detail, failure, user }: EventOptions = {},
): void {
  const [typeId, type, description] = TYPES[kind];
  const severity = severityOf(kind, failure);
  const row = {
    sim_id: sim.id,
    at_ms: atMs,
    type_id: typeId,
    type,
    severity,
    alert: severity > 0 ? 1 : 0,
    description: failure ? `${type} failed: ${failure}` : description,
    user: user ?? null,
    detail: JSON.stringify(detail ?? (kind === "update_location" ? locationDetail(sim) : null)),
  };
  const { id } = world.store.run(
    `insert into events (sim_id, at_ms, type_id, type, severity, alert, description, user, detail)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...Object.values(row),
  );
  world.streamer.push("events", () => eventJsonV2(world, sim, { id, ...row }));
}

function severityOf(kind: EventType, failure: string | undefined): number {
  if (kind.endsWith("used_up")) return 2;
  return failure || kind.endsWith("threshold") ? 1 : 0;
}

/** `order` is ours, never the client's. */
export function listEvents(
  { store }: World,
  sim: Sim,
  { order, limit, offset }: { order: string; limit: number; offset: number },
): { events: SimEvent[]; total: number } {
  const total =
    store.one<{ count: number }>("select count(*) as count from events where sim_id = ?", sim.id)
      ?.count ?? 0;
  const events = store.all<SimEvent>(
    `select * from events where sim_id = ? order by ${order} limit ? offset ?`,
    sim.id,
    limit,
    offset,
  );
  return { events, total };
}

export function eventJsonV1(sim: Sim, event: SimEvent) {
  const network = networkOf(sim);
  const severity = SEVERITIES[event.severity] ?? "INFO";
  return {
    timestamp: offsetDateOf(event.at_ms),
    event_type: event.description,
    iccid: sim.iccid,
    imei: sim.imei,
    imsi: sim.imsi,
    country: network.name,
    operator: network.operator,
    mcc: network.mcc,
    mnc: network.mnc,
    alert: event.alert === 1,
    event_severity: severity.charAt(0) + severity.slice(1).toLowerCase(),
  };
}

/** Also a record of the Data Streamer. */
export function eventJsonV2(world: World, sim: Sim, event: SimEvent) {
  const detail: unknown = JSON.parse(event.detail ?? "null");
  return {
    id: event.id,
    event_type: { id: event.type_id, description: event.type },
    timestamp: isoOf(event.at_ms),
    alert: event.alert === 1,
    user: event.user,
    description: event.description,
    event_source: { id: 0, description: "Network" },
    event_severity: { id: event.severity, description: SEVERITIES[event.severity] ?? "INFO" },
    organisation: { id: 2, name: world.settings.organisation },
    endpoint: { id: sim.id, name: sim.iccid, ip_address: sim.ip_address, imei: sim.imei },
    sim: { id: sim.id, iccid: sim.iccid, msisdn: sim.msisdn },
    imsi: { id: sim.id, imsi: sim.imsi },
    ...(detail === null ? {} : { detail }),
  };
}
