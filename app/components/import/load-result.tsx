import Link from "next/link";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { ImportSummary } from "#domain/imports/load-opened.ts";
import { buttonStyle } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { BadRows } from "./bad-rows.tsx";
import { FileNotes } from "./file-notes.tsx";

export function LoadResult({ result }: { readonly result: ImportSummary }) {
  const { kind, rows, loaded, added, changed, unchanged, bad, guarded = 0, elapsedMs } = result;
  const nothingGood = rows > 0 && loaded + unchanged === 0;
  return (
    <div className="flex flex-col gap-3">
      <Notice
        tone={nothingGood ? "critical" : bad > 0 ? "attention" : "good"}
        title={`${countOf(loaded + unchanged, kind === "sims" ? "SIM" : "record")} loaded in ${(elapsedMs / 1000).toFixed(1)} s`}
      >
        <p className="tabular-nums">
          {formatCount(added)} new, {formatCount(changed)} {kind === "sims" ? "changed" : "revised"}
          , {formatCount(unchanged)} the same, {formatCount(bad)} wrong
          {guarded > 0 ? `, ${formatCount(guarded)} protected and left out` : null}
        </p>
      </Notice>
      {bad + guarded > 0 ? <BadRows result={result} /> : null}
      <FileNotes {...result} />
      {loaded + unchanged > 0 ? (
        <Link href="/chat" className={buttonStyle({ className: "self-start" })}>
          Ask about your fleet
        </Link>
      ) : null}
    </div>
  );
}
