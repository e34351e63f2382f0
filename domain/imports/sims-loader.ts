import type { Transaction } from "#db/database.ts";
import { mapSims } from "./columns.ts";
import { compareSims } from "./compare-sims.ts";
import { dayOrderOf } from "./instant.ts";
import { leftAlone } from "./left-alone.ts";
import { loadSims } from "./load-sims.ts";
import { type Item, type Loader, namesOf } from "./loader.ts";
import { problemOf } from "./problem.ts";
import { SeenSims } from "./seen-sims.ts";
import { SimDifferences } from "./sim-differences.ts";
import { type SimRecord, simReader } from "./sim-row.ts";
import type { SimField } from "./spellings.ts";

/** Which protected SIMs a list may change: those that a person confirmed, or any. */
export type MayChange = ReadonlySet<string> | "any";

const DATES = ["activated_at", "deactivated_at", "last_seen_at"] as const;

export function simsLoader(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  mayChange: MayChange,
): Loader<SimRecord> {
  const mapping = mapSims(header);
  const orders = new Map(
    DATES.map((field) => {
      const column = mapping.columns.get(field);
      const cells = column ? sample.map((row) => row[column.index]?.trim() ?? "") : [];
      return [field, dayOrderOf(cells)] as [SimField, ReturnType<typeof dayOrderOf>];
    }),
  );
  const read = simReader(mapping, orders);
  const seen = new SeenSims();
  const differences = new SimDifferences();
  const guardedIccids: string[] = [];
  const iccidColumn = mapping.columns.get("iccid")?.name ?? "ICCID";
  async function split(sql: Transaction, items: readonly Item<SimRecord>[]) {
    if (mayChange === "any") return { taken: items.map(({ value }) => value), guarded: [] };
    const records = items.map(({ value }) => value);
    const why = await leftAlone(sql, records, mayChange);
    return {
      taken: records.filter(({ iccid }) => !why.has(iccid)),
      guarded: items.flatMap((item) => {
        const { iccid } = item.value;
        const reason = why.get(iccid);
        if (reason === undefined) return [];
        const said = `is ${reason}; left out unless you confirm it`;
        return [{ item, problem: problemOf(iccidColumn, iccid, said) }];
      }),
    };
  }
  return {
    mapping: namesOf(mapping.columns),
    unknownColumns: mapping.unknown,
    notes: mapping.columns.has("status")
      ? []
      : ["The file has no status column: SIMs that are new count as active."],
    differences,
    guardedIccids,
    read(line, cells) {
      const result = read(cells);
      if ("problems" in result) return result;
      const { iccid } = result.record;
      const earlier = seen.add(iccid, line);
      return earlier === null
        ? { value: result.record }
        : { problems: [problemOf(iccidColumn, iccid, `is in line ${earlier} already`)] };
    },
    async check(sql, items) {
      const { taken, guarded } = await split(sql, items);
      guardedIccids.push(...guarded.map(({ item }) => item.value.iccid));
      const compared = await compareSims(sql, taken);
      await differences.note(sql, taken, compared);
      const added = compared.filter(({ isNew }) => isNew).length;
      return { added, changed: compared.length - added, refused: [], guarded };
    },
    async load(sql, items, importId) {
      const { taken, guarded } = await split(sql, items);
      return { ...(await loadSims(sql, taken, importId)), refused: [], guarded };
    },
    async finish() {},
  };
}
