import type { ImportPreview } from "./check-opened.ts";
import type { ImportSummary } from "./load-opened.ts";

export type ImportResult = ImportSummary | ImportPreview;

/** What became of a file, or would, in lines for the console. */
export function reportOf(fileName: string, result: ImportResult): string {
  const { kind, rows, unchanged, bad, elapsedMs, firstProblems, unknownColumns, notes } = result;
  const seconds = (elapsedMs / 1000).toFixed(1);
  return [
    `\n${fileName} (${kind}): ${count(rows)} rows in ${seconds} s`,
    `  ${effectOf(result)}, ${count(unchanged)} unchanged, ${count(bad)} bad`,
    ...("examples" in result ? changesIn(result) : []),
    ...notes.map((note) => `  ${note}`),
    ...(unknownColumns.length > 0 ? [`  Not loaded: ${unknownColumns.join(", ")}`] : []),
    ...firstProblems.map(({ line, field, value, reason }) => {
      const said = [field, value && `"${value}"`, reason].filter(Boolean).join(" ");
      return `    line ${line}: ${said}`;
    }),
  ].join("\n");
}

function effectOf(result: ImportResult): string {
  return "loaded" in result
    ? `${count(result.loaded)} loaded`
    : `${count(result.added)} would be new, ${count(result.changed)} changed`;
}

function changesIn({ changedFields, examples }: ImportPreview): string[] {
  if (changedFields.length === 0) return [];
  const fields = changedFields.map(({ field, rows }) => `${field} of ${count(rows)}`);
  return [
    `  Would change: ${fields.join(", ")}`,
    ...examples.map(({ iccid, changes }) => {
      const shown = changes.map(({ field, from, to }) => `${field} ${from ?? "none"} → ${to}`);
      return `    ${iccid}: ${shown.join(", ")}`;
    }),
  ];
}

export function count(value: number): string {
  return value.toLocaleString("en-US");
}
