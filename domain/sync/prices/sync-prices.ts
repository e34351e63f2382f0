import type { Provider } from "#connectors/provider.ts";
import type { OrderReading, ProductReading, ProviderReads } from "#connectors/provider-reads.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import { noteDataAge } from "../note-data-age.ts";
import { patiently } from "../patiently.ts";
import { inRun, type SyncRun } from "../run.ts";
import { readsOf, type SyncOptions, type SyncResult, UNABLE } from "../sync.ts";

/** The newest orders; more of them where none of these was known before. */
const ORDERS = [20, 100, 400] as const;
const ORDERS_OF_A_CALL = 10;

/**
 * What the provider sells at which price, and what was bought: prices for previews, and the money that went
 * into top-ups.
 *
 * @throws Upstream when the provider failed.
 */
export async function syncPrices(
  actor: Actor,
  provider: Provider,
  options: SyncOptions,
): Promise<SyncResult> {
  const reads = readsOf(provider, "products");
  if (!reads) return UNABLE;
  const { signal } = options;
  return inRun(actor, "prices", signal, async (run) => {
    const asOf = fleetNow();
    run.calls++;
    const products = await patiently(options, () => reads.listProducts({ signal }));
    await asActor(actor, (sql) => keepProducts(sql, products));
    const hasOrders = provider.capabilities.orders === true;
    const orders = hasOrders ? await readOrders(actor, reads, run, options) : [];
    run.callsNeeded = run.calls;
    run.counts = { products: products.length, orders: orders.length };
    await asActor(actor, async (sql) => {
      await keepOrders(sql, orders);
      await noteDataAge(sql, { kind: "prices", asOf });
    });
    return true;
  });
}

/** As many as it takes to reach one that is known; older ones do not change any more. */
async function readOrders(
  actor: Actor,
  reads: ProviderReads,
  run: SyncRun,
  options: SyncOptions,
): Promise<readonly OrderReading[]> {
  const { signal } = options;
  let orders: readonly OrderReading[] = [];
  for (const limit of ORDERS) {
    orders = await patiently(options, () => reads.listOrders({ signal, limit }));
    run.calls += Math.max(1, Math.ceil(orders.length / ORDERS_OF_A_CALL));
    const read = orders;
    if (orders.length < limit || (await asActor(actor, (sql) => isAnyKnown(sql, read)))) break;
  }
  return orders;
}

async function isAnyKnown(sql: Transaction, orders: readonly OrderReading[]): Promise<boolean> {
  const [known] = await sql`
    select 1 from store.provider_orders where number = any(${orders.map(({ number }) => number)}::text[])
    limit 1`;
  return known !== undefined;
}

async function keepProducts(sql: Transaction, products: readonly ProductReading[]): Promise<void> {
  await sql`
    delete from store.provider_products where id <> all (${products.map(({ id }) => id)}::text[])`;
  await sql`
    insert into store.provider_products as kept (id, name, charges, read_at)
    select distinct on (id) id, name, charges, ${wallNow()}
    from jsonb_to_recordset(${storable(products)}::text::jsonb) as g (id text, name text, charges jsonb)
    on conflict (organization_id, id) do update
    set name = excluded.name, charges = excluded.charges, read_at = excluded.read_at`;
}

async function keepOrders(sql: Transaction, orders: readonly OrderReading[]): Promise<void> {
  const rows = orders.map((order) => ({
    ...order,
    amount: /^-?\d{1,15}(\.\d{1,6})?$/.test(order.amount ?? "") ? order.amount : null,
  }));
  await sql`
    insert into store.provider_orders as kept
      (number, kind, status, ordered_at, amount, currency, iccids, read_at)
    select distinct on (number) number, kind, status, ordered_at, amount, currency, iccids, ${wallNow()}
    from jsonb_to_recordset(${storable(rows)}::text::jsonb) as g (number text, kind text, status text,
      ordered_at timestamptz, amount numeric, currency text, iccids text[])
    on conflict (organization_id, number) do update
    set kind = excluded.kind, status = excluded.status, ordered_at = excluded.ordered_at,
        amount = excluded.amount, currency = excluded.currency, iccids = excluded.iccids,
        read_at = excluded.read_at`;
}
