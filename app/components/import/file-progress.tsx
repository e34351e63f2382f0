import { formatCount, formatSize } from "#app/lib/format.ts";
import type { ImportProgress } from "#domain/imports/import-run.ts";
import type { FileState } from "./imported-file.ts";
import { ProgressBar } from "./progress-bar.tsx";

interface FileProgressProps {
  readonly state: Extract<FileState, { phase: "sending" | "checking" | "loading" }>;
  readonly sizeBytes: number;
}

/** How far a file is on its way: sent, checked, loaded. */
export function FileProgress({ state, sizeBytes }: FileProgressProps) {
  if (state.phase === "sending") {
    return (
      <ProgressBar label="Sending" share={state.share}>
        {Math.floor(state.share * 100)} % of {formatSize(sizeBytes)} sent
      </ProgressBar>
    );
  }
  const { progress } = state;
  const isLoading = state.phase === "loading";
  const share = isLoading
    ? shareOf(progress?.rows, state.preview.rows)
    : shareOf(progress?.bytes, progress?.totalBytes);
  return (
    <ProgressBar label={isLoading ? "Loading" : "Checking"} share={share}>
      {isLoading ? "Loading" : "Checking, nothing is loaded yet"}
      {progress ? ` · ${saying(progress)}` : " …"}
    </ProgressBar>
  );
}

function shareOf(part: number | undefined, whole: number | null | undefined): number | null {
  return part === undefined || !whole ? null : part / whole;
}

function saying({ rows, bad, elapsedMs }: ImportProgress): string {
  const perSecond = Math.round(rows / Math.max(elapsedMs / 1000, 0.1));
  const parts = [`${formatCount(rows)} rows`, `${formatCount(perSecond)} rows/s`];
  return [...parts, ...(bad > 0 ? [`${formatCount(bad)} wrong`] : [])].join(" · ");
}
