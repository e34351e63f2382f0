import { Download } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import type { ImportResult } from "./send-file.ts";

const number = new Intl.NumberFormat();

export function LoadResult({ result }: { readonly result: ImportResult }) {
  const { kind, rows, loaded, unchanged, bad, elapsedMs, notes, unknownColumns } = result;
  const nothingGood = rows > 0 && loaded + unchanged === 0;
  return (
    <div className="flex flex-col gap-3">
      <Notice
        tone={nothingGood ? "critical" : bad > 0 ? "attention" : "good"}
        title={`${count(rows, "row")} of ${kind === "sims" ? "SIMs" : "usage"} read in ${(elapsedMs / 1000).toFixed(1)} s`}
      >
        <p className="tabular-nums">
          {number.format(loaded)} loaded, {number.format(unchanged)} already there,{" "}
          {number.format(bad)} bad
        </p>
      </Notice>
      {bad > 0 ? <BadRows result={result} /> : null}
      {notes.map((note) => (
        <p key={note} className="text-sm text-muted">
          {note}
        </p>
      ))}
      {unknownColumns.length > 0 ? (
        <p className="text-sm break-words text-muted">Not loaded: {unknownColumns.join(", ")}</p>
      ) : null}
      {loaded + unchanged > 0 ? (
        <Link href="/chat" className={buttonStyle({ className: "self-start" })}>
          Ask about your fleet
        </Link>
      ) : null}
    </div>
  );
}

function BadRows({ result: { importId, bad, firstProblems } }: { readonly result: ImportResult }) {
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col divide-y divide-line rounded-md border border-line text-sm">
        {firstProblems.map(({ line, field, value, reason }) => (
          <li key={`${line}:${field}`} className="flex flex-wrap gap-x-2 px-3 py-1.5">
            <span className="text-muted tabular-nums">Line {line}</span>
            {field ? <span className="font-medium">{field}</span> : null}
            {value ? <code className="max-w-full break-all font-mono">{value}</code> : null}
            <span>{reason}</span>
          </li>
        ))}
      </ul>
      <a
        href={`/api/imports/${importId}/errors.csv`}
        download
        className={buttonStyle({ size: "sm", className: "self-start" })}
      >
        <Download aria-hidden />
        {bad > firstProblems.length ? `All ${count(bad, "bad row")} as CSV` : "Bad rows as CSV"}
      </a>
    </div>
  );
}

function count(value: number, noun: string): string {
  return `${number.format(value)} ${noun}${value === 1 ? "" : "s"}`;
}
