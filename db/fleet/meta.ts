import { z } from "zod";
import type { Transaction } from "../database.ts";
import { defineFleet, type Fleet } from "./fleet.ts";
import { parseVocabulary } from "./vocabulary.ts";

const KEY = "generator";

const Meta = z.object({
  vocabulary: z.unknown(),
  organizationName: z.string(),
  seed: z.number(),
  sims: z.number(),
  days: z.number(),
  baseNow: z.iso.datetime(),
  generatedUntil: z.iso.datetime(),
});
export type Meta = z.infer<typeof Meta>;

/** How the organisation's fleet was made, locked for this transaction; null when it was not made here. */
export async function readMeta(sql: Transaction): Promise<Meta | null> {
  const [row] = await sql`
    select value from store.fleet_meta
    where organization_id = current_setting('app.organization_id') and key = ${KEY}
    for update`;
  return row ? Meta.parse(row.value) : null;
}

export async function writeMeta(sql: Transaction, meta: Meta): Promise<void> {
  await sql`
    insert into store.fleet_meta (organization_id, key, value)
    values (current_setting('app.organization_id'), ${KEY}, ${JSON.stringify(meta)}::text::jsonb)
    on conflict (organization_id, key) do update set value = excluded.value, updated_at = now()`;
}

export function fleetOf(meta: Meta): Fleet {
  const { organizationName, seed, sims, days } = meta;
  const vocabulary = parseVocabulary(meta.vocabulary, "The stored fleet");
  return defineFleet({
    vocabulary,
    organizationName,
    seed,
    sims,
    days,
    now: new Date(meta.baseNow),
  });
}
