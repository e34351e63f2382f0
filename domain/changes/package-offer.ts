import type { TopUpPackage } from "#connectors/provider.ts";
import { formatBytes } from "#core/bytes.ts";
import type { Transaction } from "#db/database.ts";
import { packagePrice } from "#domain/sync/prices/package-price.ts";

/** `A package adds 500 MB and 250 SMS to a SIM and costs 10 EUR, before tax, as listed by the provider.` */
export async function packageOffer(sql: Transaction, sold: TopUpPackage): Promise<string> {
  const adds = `A package adds ${formatBytes(sold.bytes)} and ${sold.messages} SMS to a SIM`;
  const price = await packagePrice(sql);
  if (!price) return `${adds}; what it costs is known after the next sync.`;
  return `${adds} and costs ${price.amount} ${price.currency}, ${price.basis}.`;
}
