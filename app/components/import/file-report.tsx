import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { LoadProgress } from "./load-progress.tsx";
import { LoadResult } from "./load-result.tsx";
import type { ImportedFile } from "./use-imports.ts";

interface FileReportProps {
  readonly imported: ImportedFile;
  readonly onRetry: () => void;
}

/** One file: how far it is, or what came of it. */
export function FileReport({ imported: { file, state }, onRetry }: FileReportProps) {
  return (
    <Card aria-label={file.name} className="flex flex-col gap-3 p-4">
      <h2 className="truncate font-medium" title={file.name}>
        {file.name}
      </h2>
      {state.phase === "waiting" ? (
        <p className="text-muted">Waits for the file before it.</p>
      ) : null}
      {state.phase === "loading" ? <LoadProgress {...state} sizeBytes={file.size} /> : null}
      {state.phase === "done" ? <LoadResult result={state.result} /> : null}
      {state.phase === "failed" ? (
        <Notice
          tone="critical"
          title="Not loaded"
          actions={
            <Button size="sm" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          {state.message}
        </Notice>
      ) : null}
      {state.phase === "stopped" ? (
        <Notice
          tone="attention"
          title="Stopped"
          actions={
            <Button size="sm" onClick={onRetry}>
              Go on
            </Button>
          }
        >
          Rows that were loaded are kept. Going on completes the file and counts nothing twice.
        </Notice>
      ) : null}
    </Card>
  );
}
