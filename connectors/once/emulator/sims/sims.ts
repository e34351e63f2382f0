import { notFound, Refusal } from "../answer.ts";
import type { World } from "../world.ts";

export type Status = "Enabled" | "Disabled";

export interface Sim {
  readonly id: number;
  readonly iccid: string;
  readonly imsi: string;
  readonly msisdn: string;
  readonly imei: string;
  readonly label: string;
  readonly status: Status;
  readonly imei_lock: number;
  /** The device that the lock was set for. */
  readonly locked_imei: string | null;
  readonly ip_address: string;
  /** Null until it is enabled for the first time. */
  readonly activated_ms: number | null;
  /** When the network last saw it; null when it never did. */
  readonly attached_ms: number | null;
  readonly country: string;
  readonly operator: string;
  readonly rat: string;
  readonly blocked: number;
  readonly auto_top_up: number;
  readonly transferred: number;
}

export function findSim({ store }: World, iccid: string): Sim | undefined {
  return store.one<Sim>("select * from sims where iccid = ? and transferred = 0", iccid);
}

/** @throws Refusal 404 */
export function requireSim(world: World, iccid: string): Sim {
  const sim = findSim(world, iccid);
  if (!sim) throw notFound();
  return sim;
}

/**
 * For what spends money: a SIM that was transferred to another customer is there, but not ours.
 *
 * @throws Refusal 403 or 404, without a body
 */
export function requireOwnSim({ store }: World, iccid: string): Sim {
  const sim = store.one<Sim>("select * from sims where iccid = ?", iccid);
  if (!sim) throw new Refusal(404, "Element not found", "empty");
  if (sim.transferred) throw new Refusal(403, "This SIM belongs to another customer", "empty");
  return sim;
}

export interface SimQuery {
  readonly where: Readonly<Partial<Record<"imei" | "ip_address", string>>>;
  /** An `order by` of ours, never of the client. */
  readonly order: string;
  readonly limit: number;
  readonly offset: number;
}

export function listSims(
  { store }: World,
  { where, order, limit, offset }: SimQuery,
): { sims: Sim[]; total: number } {
  const condition =
    "transferred = 0 and (?1 is null or imei = ?1) and (?2 is null or ip_address = ?2)";
  const values = [where.imei, where.ip_address] as const;
  const total =
    store.one<{ count: number }>(`select count(*) as count from sims where ${condition}`, ...values)
      ?.count ?? 0;
  const sims = store.all<Sim>(
    `select * from sims where ${condition} order by ${order} limit ?3 offset ?4`,
    ...values,
    limit,
    offset,
  );
  return { sims, total };
}

type Changeable = Omit<Sim, "id" | "iccid" | "transferred">;

export function setSim({ store }: World, sim: Sim, values: Partial<Changeable>): void {
  const names = Object.keys(values) as (keyof Changeable)[];
  if (names.length === 0) return;
  store.run(
    `update sims set ${names.map((name) => `${name} = ?`).join(", ")} where id = ?`,
    ...names.map((name) => values[name]),
    sim.id,
  );
}
