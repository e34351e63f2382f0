"use client";

import { Upload } from "lucide-react";
import { useId } from "react";
import { cn } from "#app/lib/cn.ts";
import { buttonStyle } from "../ui/button.tsx";
import { FileReport } from "./file-report.tsx";
import { isAtWork, isListToCome } from "./imported-file.ts";
import { useImports } from "./use-imports.ts";
import { usePageDrop } from "./use-page-drop.ts";

const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,text/csv,text/plain,application/json";

interface ImportDropProps {
  /** A file that was uploaded before. */
  readonly earlierId: string | null;
  readonly className?: string;
}

/** Where one's own SIMs and usage come in: choose files, or drop them anywhere on the page. */
export function ImportDrop({ earlierId, className }: ImportDropProps) {
  const { files, add, ...actions } = useImports(earlierId);
  const isOver = usePageDrop(add);
  const inputId = useId();
  const hintId = useId();
  return (
    <div className={cn("flex flex-col gap-4", className)}>
      <div
        className={cn(
          "flex flex-col items-center gap-3 rounded-xl border-2 border-dashed px-4 py-10 text-center transition-colors",
          isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-raised",
        )}
      >
        <Upload aria-hidden className="size-6 text-accent" />
        <p className="text-lg font-medium">
          {isOver ? "Drop to check" : "Drop your SIM list and usage here"}
        </p>
        <input
          id={inputId}
          type="file"
          multiple
          accept={ACCEPTED}
          aria-describedby={hintId}
          className="peer sr-only"
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            event.target.value = ""; // the same file can be chosen again
          }}
        />
        <label
          htmlFor={inputId}
          className={cn(
            buttonStyle({ look: "primary", size: "lg" }),
            "cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent",
          )}
        >
          Choose files
        </label>
        <p id={hintId} className="max-w-prose text-sm text-muted">
          A CSV, an Excel file, a 1NCE portal export, or 1NCE usage as JSON. The SIM list needs a
          column ICCID; usage needs ICCID, a date and a volume. Every file is checked first, and
          loading one again changes nothing.
        </p>
      </div>
      {files.map((one) => (
        <FileReport
          key={one.id}
          imported={one}
          isBusy={files.some(isAtWork)}
          waitsForList={one.isUsage && files.some(isListToCome)}
          {...actions}
        />
      ))}
    </div>
  );
}
