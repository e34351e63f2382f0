import type { Provider } from "#connectors/provider.ts";
import type { Transaction } from "#db/database.ts";

/** So long a call may wait for its turn once it is reserved. */
const MAX_AHEAD_MS = 1_000;

/**
 * The moment at which the next call to the provider's account may go out; null when that is too far off
 * to wait for with an item in hand. All workers share it, so together they keep the account's rate: what
 * takes several calls has as many intervals to itself.
 */
export async function reserveCall(
  sql: Transaction,
  { account, callsPerSecond }: Pick<Provider, "account" | "callsPerSecond">,
  now: Date,
  calls: number,
): Promise<Date | null> {
  const intervalMs = (calls * 1000) / callsPerSecond;
  const latest = new Date(now.getTime() + MAX_AHEAD_MS);
  const [row] = await sql<{ next_call_at: Date }[]>`
    insert into store.provider_pace as p (account, next_call_at)
    values (${account}, ${now}::timestamptz + ${intervalMs}::float8 * interval '1 millisecond')
    on conflict (organization_id, account) do update
      set next_call_at = greatest(p.next_call_at, ${now}) + ${intervalMs}::float8 * interval '1 millisecond'
      where p.next_call_at <= ${latest}
    returning next_call_at`;
  return row ? new Date(row.next_call_at.getTime() - intervalMs) : null;
}

/** The provider asked for a rest: no call of this account goes out before. */
export async function restUntil(
  sql: Transaction,
  { account }: Provider,
  until: Date,
): Promise<void> {
  await sql`
    update store.provider_pace set next_call_at = greatest(next_call_at, ${until})
    where account = ${account}`;
}
