import {
  type Capabilities,
  type Operation,
  type Provider,
  ProviderError,
  type ProviderSim,
  type Verdict,
} from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";

const CALLS_PER_SECOND = 200;
const OUR_OWN_TABLES =
  "This fleet is connected to no provider: what is known of it was loaded here.";

const CAPABLE: Capabilities = {
  list: OUR_OWN_TABLES,
  status: true,
  label: true,
  imei_lock: "This fleet is connected to no provider that could lock a SIM to a device.",
  usage: OUR_OWN_TABLES,
  quota: OUR_OWN_TABLES,
  connectivity:
    "This fleet is connected to no provider that could be asked how a SIM stands right now.",
  events: OUR_OWN_TABLES,
  sms: true,
  top_up: true,
  limits: OUR_OWN_TABLES,
  reset: true,
  orders: OUR_OWN_TABLES,
  products: OUR_OWN_TABLES,
  set_quota: true,
  rate_plan: true,
  refresh_usage: true,
};

/**
 * The provider of fleets that are connected to none, such as the demo: it keeps its own state of each
 * SIM and a log of all it did, apart from the fleet's tables, and heeds idempotency keys.
 */
export function localProvider(actor: Actor): Provider {
  return {
    account: "local",
    callsPerSecond: CALLS_PER_SECOND,
    capabilities: CAPABLE,
    callsFor: () => 1,
    perform: async (operation, { idempotencyKey }) => {
      const isKnown = await asActor(actor, (sql) => perform(sql, operation, idempotencyKey));
      if (!isKnown) throw new ProviderError("rejected", "The network does not know this SIM.");
    },
    canVerify: ({ kind }) => kind === "set", // states can be read back; messages and top-ups cannot
    verify: (operation) => asActor(actor, (sql) => verify(sql, operation)),
  };
}

/** What states do not have that were kept by an earlier version. */
const NEWER_FIELDS = { label: null, imei_lock: false };

/** The SIM is no longer of the fleet: should it come back, it starts as it is loaded then. */
export async function forgetSim(sql: Transaction, iccid: string): Promise<void> {
  await sql`delete from store.local_provider_sims where iccid = ${iccid}`;
}

/** False when there is no such SIM. */
async function perform(sql: Transaction, operation: Operation, key: string): Promise<boolean> {
  const before = await stateOf(sql, operation.iccid);
  if (!before) return false;
  const [logged] = await sql`
    insert into store.local_provider_log (idempotency_key, iccid, operation, done_at)
    values (${key}, ${operation.iccid}, ${JSON.stringify(operation)}::text::jsonb, ${wallNow()})
    on conflict (organization_id, idempotency_key) do nothing returning id`;
  if (!logged) return true;
  await sql`
    insert into store.local_provider_sims (iccid, state)
    values (${operation.iccid}, ${JSON.stringify(applied(before, operation))}::text::jsonb)
    on conflict (organization_id, iccid) do update set state = excluded.state`;
  return true;
}

async function verify(sql: Transaction, operation: Operation): Promise<Verdict> {
  const sim = await stateOf(sql, operation.iccid);
  if (!sim) return "no_such_sim";
  const isInPlace =
    operation.kind === "set" &&
    Object.entries(operation.values).every(
      ([field, value]) => sim[field as keyof ProviderSim] === value,
    );
  return isInPlace ? "in_place" : "not_in_place";
}

/** A SIM that was never changed here is as the fleet was loaded. */
async function stateOf(sql: Transaction, iccid: string): Promise<ProviderSim | null> {
  const [kept] = await sql<{ state: ProviderSim }[]>`
    select state from store.local_provider_sims where iccid = ${iccid} for update`;
  if (kept) return { ...NEWER_FIELDS, ...kept.state };
  const [loaded] = await sql<ProviderSim[]>`
    select s.status, s.label, false as imei_lock, s.rate_plan,
      (select q.total from store.sim_quota q where q.iccid = s.iccid and q.type = 'data') as data_total,
      (select q.total from store.sim_quota q where q.iccid = s.iccid and q.type = 'sms') as sms_total
    from store.sims s where s.iccid = ${iccid}`;
  return loaded ? { ...loaded } : null;
}

function applied(before: ProviderSim, operation: Operation): ProviderSim {
  if (operation.kind === "set") return { ...before, ...operation.values };
  if (operation.kind !== "top_up") return before;
  const field = operation.type === "data" ? "data_total" : "sms_total";
  return { ...before, [field]: (before[field] ?? 0) + operation.amount };
}
