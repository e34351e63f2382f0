import type { Transaction } from "#db/database.ts";
import type { ChangeKind } from "./kind.ts";
import type { ChangeRules } from "./rules.ts";

export function heedsProtection({ noun, isHarmless }: ChangeKind): boolean {
  return noun === "SIM" && !isHarmless;
}

/** Which of the SIMs are protected, and by what. */
export async function protectedSims(
  sql: Transaction,
  iccids: readonly string[],
  rules: ChangeRules,
): Promise<Map<string, string>> {
  const listed = new Set<string>(rules.protected_iccids);
  const tagged = await sql<{ iccid: string; tags: string[] }[]>`
    select iccid, tags from store.sims
    where iccid = any(${iccids as string[]}) and tags && ${rules.protected_tags}::text[]`;
  return new Map([
    ...iccids.flatMap((iccid): [string, string][] =>
      listed.has(iccid) ? [[iccid, "protected: on the list of your organisation"]] : [],
    ),
    ...tagged.map(({ iccid, tags }): [string, string] => {
      const tag = tags.find((one) => rules.protected_tags.includes(one));
      return [iccid, `protected: tagged ${tag}`];
    }),
  ]);
}
