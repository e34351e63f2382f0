import type { Transaction } from "#db/database.ts";
import { storableText } from "#db/storable.ts";

const MAX_LENGTH = 80;

/** A name as it can stand in a question between quotes; empty where nothing of it can. */
export function plainName(name: string): string {
  const plain = storableText(name).replace(/["'“”„‘’\p{Cc}]+/gu, " ");
  return plain.replace(/\s+/g, " ").trim().slice(0, MAX_LENGTH).trim();
}

/** What lists are called whose names begin like that, in small letters: questions do not tell capitals apart. */
export async function namesLike(sql: Transaction, name: string): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`
    select lower(name) as name from store.sim_lists where starts_with(lower(name), ${name.toLowerCase()})`;
  return new Set(rows.map((row) => row.name));
}
