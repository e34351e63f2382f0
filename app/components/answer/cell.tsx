"use client";

import Link from "next/link";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { cn } from "#app/lib/cn.ts";
import { formatCell } from "#app/lib/format-cell.ts";
import { simPath } from "#app/lib/sim-path.ts";
import type { Column } from "#query/answer.ts";

const STATE_DOTS: Readonly<Record<string, string>> = {
  active: "bg-good",
  delivered: "bg-good",
  resolved: "bg-good",
  suspended: "bg-attention",
  pending: "bg-attention",
  medium: "bg-attention",
  warning: "bg-attention",
  critical: "bg-critical",
  high: "bg-critical",
  failed: "bg-critical",
  expired: "bg-critical",
};
const STATE_COLUMN = /(^|_)(status|severity|priority)$/;

/** One value, as it is read; hovering shows it whole, copying gives it plain. */
export function Cell({ value, column }: { value: unknown; column: Column }) {
  const now = useFleetNow();
  if (column.kind === "iccid" && value)
    return (
      <Link href={simPath(String(value))} className="hover:text-accent hover:underline">
        <Iccid value={String(value)} />
      </Link>
    );
  const { text, exact } = formatCell(value, column, now);
  if (STATE_COLUMN.test(column.name) && typeof value === "string") {
    return (
      <span className="inline-flex items-center gap-1.5">
        <span
          aria-hidden
          className={cn("size-2 shrink-0 rounded-full", STATE_DOTS[value] ?? "bg-line-strong")}
        />
        {text}
      </span>
    );
  }
  return (
    <span
      title={exact ?? (text.length > 28 ? text : undefined)}
      className={cn(column.kind === "json" && "font-mono text-xs")}
    >
      {text}
    </span>
  );
}

/** Groups of four by spacing alone, so that copying gives the plain digits. */
export function Iccid({ value }: { value: string }) {
  const groups = value.match(/.{1,4}/g) ?? [];
  return (
    <span className="font-mono text-[12.5px] whitespace-nowrap">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one value have no other identity
        <span key={index} className="[&:not(:last-child)]:mr-[0.5ch]">
          {group}
        </span>
      ))}
    </span>
  );
}
