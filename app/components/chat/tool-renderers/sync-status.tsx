import { AGE_WORDS, sourceWords } from "#app/components/sync/words.ts";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const COLUMNS = [
  column("name", "Data"),
  column("as_of", "As of", "timestamp"),
  column("from", "Source"),
  column("state", "State"),
];

export function SyncStatus({ output }: ToolRendererProps<"sync_status">) {
  const { provider, kinds, differences } = output;
  const rows = kinds.map(({ kind, as_of, source, is_stale, waiting, last_run }) => ({
    name: AGE_WORDS[kind],
    as_of,
    from: source && sourceWords(source, provider),
    state:
      last_run?.error ??
      (is_stale ? "Older than it should be." : waiting > 0 ? `${waiting} still to be read.` : ""),
  }));
  return (
    <ResultTable
      title={provider === null ? "Data, without a provider" : `Synchronisation with ${provider}`}
      columns={COLUMNS}
      rows={rows}
      note={differences > 0 ? `${differences} differences from the provider.` : undefined}
    />
  );
}
