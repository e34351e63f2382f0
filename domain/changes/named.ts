import type { Transaction } from "#db/database.ts";

/**
 * Which of the SIMs the words name, each by its ICCID or by its device name. Device names come from
 * strangers: one that could be a word of the sentence ("all"), that another SIM has too, or that is also
 * a customer, plan, operator or tag names nobody.
 *
 * @param labels The device names by ICCID.
 */
export async function namedIn(
  sql: Transaction,
  said: string,
  labels: ReadonlyMap<string, string | null>,
): Promise<string[]> {
  const digits = said.replace(/[\s-]/g, "");
  const called = new Set(
    [...labels.values()].filter(
      (label): label is string => label !== null && isCalled(said, label),
    ),
  );
  const meant = called.size > 0 ? await unmistakable(sql, [...called]) : called;
  return [...labels]
    .filter(([iccid, label]) => digits.includes(iccid) || (label !== null && meant.has(label)))
    .map(([iccid]) => iccid);
}

/** `pump-104`, but neither `SIMs` nor `5G`, `100MB` or `pump 104`. */
const LIKE_NO_WORD = /^\p{L}(?=\S*\p{N})\S{4,}$/u;

/** By the whole name; one that could be a word, in double quotes. */
function isCalled(said: string, label: string): boolean {
  const name = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = LIKE_NO_WORD.test(label)
    ? `(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`
    : `["“”„«»]${name}["“”«»]`;
  return new RegExp(pattern, "iu").test(said);
}

async function unmistakable(sql: Transaction, names: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`
    select name from unnest(${names as string[]}::text[]) as name
    where (select count(*) from store.sims where lower(label) = lower(name)) = 1
      and not exists (
        select from store.sims s
        where lower(name) in (lower(s.customer), lower(s.rate_plan), lower(s.operator))
          or exists (select from unnest(s.tags) as tag where lower(tag) = lower(name)))`;
  return new Set(rows.map(({ name }) => name));
}
