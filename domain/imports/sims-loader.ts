import { mapSims } from "./columns.ts";
import { compareSims } from "./compare-sims.ts";
import { dayOrderOf } from "./instant.ts";
import { loadSims } from "./load-sims.ts";
import { type Loader, namesOf } from "./loader.ts";
import { problemOf } from "./problem.ts";
import { SeenSims } from "./seen-sims.ts";
import { SimDifferences } from "./sim-differences.ts";
import { type SimRecord, simReader } from "./sim-row.ts";
import type { SimField } from "./spellings.ts";

const DATES = ["activated_at", "deactivated_at", "last_seen_at"] as const;

export function simsLoader(
  header: readonly string[],
  sample: readonly (readonly string[])[],
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
  const iccidColumn = mapping.columns.get("iccid")?.name ?? "ICCID";
  return {
    mapping: namesOf(mapping.columns),
    unknownColumns: mapping.unknown,
    notes: mapping.columns.has("status")
      ? []
      : ["The file has no status column: SIMs that are new count as active."],
    differences,
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
      const records = items.map((item) => item.value);
      const compared = await compareSims(sql, records);
      await differences.note(sql, records, compared);
      const added = compared.filter(({ isNew }) => isNew).length;
      return { added, changed: compared.length - added, refused: [] };
    },
    async load(sql, items, importId) {
      const records = items.map((item) => item.value);
      return { ...(await loadSims(sql, records, importId)), refused: [] };
    },
    async finish() {},
  };
}
