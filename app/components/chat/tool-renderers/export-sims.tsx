"use client";

import { Download, FileSpreadsheet } from "lucide-react";
import { useEffect, useState } from "react";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { pathOf } from "#app/lib/download.ts";
import { countOf } from "#app/lib/format.ts";
import type { ToolRendererProps } from "./types.ts";

/** A file of SIMs, ready to be fetched for a day. */
export function ExportSims({ output }: ToolRendererProps<"export_sims">) {
  const { url, file_name, row_count, expires_at } = output;
  const isGone = useIsPast(expires_at);
  return (
    <Card
      aria-label={`Export: ${file_name}`}
      className="flex flex-wrap items-center gap-3 px-4 py-3"
    >
      <FileSpreadsheet aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{file_name}</p>
        <p className="text-sm text-muted">
          {countOf(row_count, "SIM")} with all fields
          {isGone ? ". The file was kept for a day; export again." : null}
        </p>
      </div>
      {isGone ? null : (
        <a href={pathOf(url)} download className={buttonStyle({ look: "primary" })}>
          <Download aria-hidden />
          Download
        </a>
      )}
    </Card>
  );
}

/** By the reader's clock, once the page is there. */
function useIsPast(iso: string): boolean {
  const [isPast, setIsPast] = useState(false);
  useEffect(() => setIsPast(Date.parse(iso) < Date.now()), [iso]);
  return isPast;
}
