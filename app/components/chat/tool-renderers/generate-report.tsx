"use client";

import { Download } from "lucide-react";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { cn } from "#app/lib/cn.ts";
import { pathOf } from "#app/lib/download.ts";
import { formatSize } from "#app/lib/format.ts";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const GROUPS = {
  none: null,
  customer: "Customer",
  country: "Country",
  operator: "Operator",
  rate_plan: "Rate plan",
  tag: "Tag",
} as const;

const BY_UTC_DAY =
  "What the provider tells by the UTC day only counts where that day begins: west of UTC on the day before.";

/** A report's first rows, and its file where one was asked for. */
export function GenerateReport({ output }: ToolRendererProps<"generate_report">) {
  const { start_date, end_date, grain, group_by, zone, rows, has_more, total_volume, file } =
    output;
  const group = GROUPS[group_by];
  return (
    <div className="flex flex-col gap-2">
      <ResultTable
        title={`Usage from ${start_date} to ${end_date} by ${grain}${group ? ` and ${group.toLowerCase()}` : ""}`}
        columns={[
          column(
            "start",
            grain === "day" ? "Day" : `${grain === "week" ? "Week" : "Month"} from`,
            "day",
          ),
          ...(group ? [column("group", group)] : []),
          column("total_volume", "Data", "bytes", true),
          column("upload_volume", "Upload", "bytes", true),
          column("download_volume", "Download", "bytes", true),
          column("sims", "SIMs", "number", true),
        ]}
        rows={rows}
        note={[
          `${formatSize(total_volume)} in all, days of ${zone}.`,
          zone === "UTC" ? null : BY_UTC_DAY,
          has_more ? "The file has more rows." : null,
        ]
          .filter(Boolean)
          .join(" ")}
      />
      {file ? (
        <a
          href={pathOf(file.url)}
          download
          className={cn(buttonStyle({ look: "primary" }), "self-start")}
        >
          <Download aria-hidden />
          Download {file.file_name}
        </a>
      ) : null}
    </div>
  );
}
