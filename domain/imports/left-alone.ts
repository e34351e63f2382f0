import type { Transaction } from "#db/database.ts";
import { protectedSims } from "#domain/changes/protected.ts";
import { rulesIn } from "#domain/changes/rules.ts";
import { type ChangingField, compareSims } from "./compare-sims.ts";
import type { SimRecord } from "./sim-row.ts";

/** What a list may not change of a protected SIM; of its tags one may be what protects it. */
const GUARDED: ReadonlySet<ChangingField> = new Set(["status", "rate_plan", "customer", "tags"]);

/** Protected SIMs that the records would change, and what protects them, but for those that it may. */
export async function leftAlone(
  sql: Transaction,
  records: readonly SimRecord[],
  mayChange: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const iccids = records.map(({ iccid }) => iccid).filter((iccid) => !mayChange.has(iccid));
  const guarded = await protectedSims(sql, iccids, await rulesIn(sql));
  if (guarded.size === 0) return guarded;
  const compared = await compareSims(
    sql,
    records.filter(({ iccid }) => guarded.has(iccid)),
  );
  const touched = new Set(
    compared
      .filter(({ changed }) => changed.some((field) => GUARDED.has(field)))
      .map(({ iccid }) => iccid),
  );
  return new Map([...guarded].filter(([iccid]) => touched.has(iccid)));
}
