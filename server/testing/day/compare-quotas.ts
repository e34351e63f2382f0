import type { Transaction } from "#db/database.ts";
import { isNear, type TheirStore } from "./their-store.ts";

interface OurQuota {
  readonly key: string;
  readonly total: number;
  readonly used: number;
  readonly remaining: number;
  readonly expires_at: Date | null;
}

export async function compareQuotas(sql: Transaction, { quotas }: TheirStore): Promise<string[]> {
  const rows = await sql<OurQuota[]>`
    select iccid || ' ' || type as key, total, used, remaining, expires_at from store.sim_quota`;
  const ours = new Map(rows.map((row) => [row.key, row]));
  return quotas.flatMap(({ iccid, service, total, remaining, expiry_ms }) => {
    const key = `${iccid} ${service}`;
    const our = ours.get(key);
    const isSame =
      isNear(our?.total, total) &&
      isNear(our?.remaining, remaining) &&
      isNear(our?.used, Math.max(0, total - remaining)) &&
      our?.expires_at?.getTime() === expiry_ms;
    return isSame
      ? []
      : `${key} quota: ${our?.remaining} of ${our?.total}, and ${remaining} of ${total} there`;
  });
}
