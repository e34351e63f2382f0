import type { Provider } from "#connectors/provider.ts";
import type { Transaction } from "#db/database.ts";

/**
 * The moment at which the next call to the provider's account may go out. All workers share it, so
 * together they keep the account's rate: each call is one interval after the one before.
 */
export async function reserveCall(
  sql: Transaction,
  { account, callsPerSecond }: Provider,
  now: Date,
): Promise<Date> {
  const intervalMs = 1000 / callsPerSecond;
  const [row] = await sql<{ next_call_at: Date }[]>`
    insert into store.provider_pace as p (account, next_call_at)
    values (${account}, ${now}::timestamptz + ${intervalMs}::float8 * interval '1 millisecond')
    on conflict (organization_id, account) do update
      set next_call_at = greatest(p.next_call_at, ${now}) + ${intervalMs}::float8 * interval '1 millisecond'
    returning next_call_at`;
  return new Date((row?.next_call_at ?? now).getTime() - intervalMs);
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
