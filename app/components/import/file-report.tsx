import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { FileProgress } from "./file-progress.tsx";
import { ImportPreview } from "./import-preview.tsx";
import type { ImportedFile } from "./imported-file.ts";
import { LoadResult } from "./load-result.tsx";
import type { Imports } from "./use-imports.ts";

interface FileReportProps extends Pick<Imports, "load" | "retry" | "discard" | "stop"> {
  readonly imported: ImportedFile;
  /** Usage whose list of SIMs is not loaded yet. */
  readonly waitsForList: boolean;
  /** Some file is being checked or loaded. */
  readonly isBusy: boolean;
}

/** One file: how far it is, what loading it would do, or what came of it. */
export function FileReport(props: FileReportProps) {
  return (
    <Card aria-label={props.imported.name} className="flex flex-col gap-3 p-4">
      <h2 className="truncate font-medium" title={props.imported.name}>
        {props.imported.name}
      </h2>
      <Report {...props} />
    </Card>
  );
}

function Report({ imported, waitsForList, isBusy, load, retry, discard, stop }: FileReportProps) {
  const { state, sizeBytes } = imported;
  switch (state.phase) {
    case "waiting":
      return (
        <p className="text-muted">
          {waitsForList
            ? "Waits for the list of SIMs: usage is checked by the SIMs of the fleet."
            : "Waits for the file before it."}
        </p>
      );
    case "sending":
    case "checking":
    case "loading":
      return (
        <>
          <FileProgress state={state} sizeBytes={sizeBytes} />
          <Button size="sm" className="self-end" onClick={stop}>
            Stop
          </Button>
        </>
      );
    case "checked":
      return (
        <ImportPreview
          preview={state.preview}
          isBusy={isBusy}
          onLoad={(includesProtected) => load(imported, includesProtected)}
          onDiscard={() => discard(imported)}
        />
      );
    case "done":
      return <LoadResult result={state.result} />;
    case "failed":
    case "stopped":
      return (
        <Notice
          tone={state.phase === "failed" ? "critical" : "attention"}
          title={state.phase === "failed" ? "Not loaded" : "Stopped"}
          actions={<WayOn imported={imported} load={load} retry={retry} discard={discard} />}
        >
          {state.message}
        </Notice>
      );
  }
}

function WayOn({
  imported,
  load,
  retry,
  discard,
}: Pick<FileReportProps, "imported" | "load" | "retry" | "discard">) {
  const canGoOn = "preview" in imported.state && imported.state.preview !== undefined;
  return (
    <>
      {canGoOn ? (
        <Button size="sm" onClick={() => load(imported)}>
          Go on
        </Button>
      ) : null}
      {!canGoOn && imported.file ? (
        <Button size="sm" onClick={() => retry(imported)}>
          Try again
        </Button>
      ) : null}
      <Button size="sm" look="ghost" onClick={() => discard(imported)}>
        Remove
      </Button>
    </>
  );
}
