import { Download } from "lucide-react";
import { countOf } from "#app/lib/format.ts";
import type { ImportSummary } from "#domain/imports/load-opened.ts";
import { buttonStyle } from "../ui/button.tsx";

interface BadRowsProps {
  readonly result: Pick<ImportSummary, "importId" | "bad" | "guarded" | "firstProblems">;
}

/** The first rows that are left out and why, and all of them as a file. */
export function BadRows({ result: { importId, bad, guarded = 0, firstProblems } }: BadRowsProps) {
  const count = bad + guarded;
  const noun = guarded > 0 ? "left-out row" : "bad row";
  return (
    <div className="flex flex-col gap-2">
      <ul
        aria-label="Rows that are left out"
        className="flex flex-col divide-y divide-line rounded-md border border-line text-sm"
      >
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
        {count > firstProblems.length
          ? `All ${countOf(count, noun)} as CSV`
          : `${capital(noun)}s as CSV`}
      </a>
    </div>
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
