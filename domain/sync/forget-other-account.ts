import type { Transaction } from "#db/database.ts";

/**
 * Before anything of an account is read, what another one said is forgotten: its SIMs are not those of this one
 * that are missing, nor its prices those of this one, and when it was read says nothing of when this one is due.
 * Whoever is still at it has its run no more, and ends.
 */
export async function forgetOtherAccount(sql: Transaction, account: string): Promise<void> {
  const [other] = await sql`delete from store.sync_passes where account <> ${account} returning 1`;
  if (!other) return;
  await sql`delete from store.sync_runs`;
  await sql`delete from store.provider_sims`;
  await sql`delete from store.sync_differences`;
  await sql`delete from store.provider_quotas`;
  await sql`delete from store.provider_usage_reads`;
  await sql`delete from store.provider_products`;
  await sql`delete from store.provider_orders`;
  await sql`delete from store.data_age`;
}
