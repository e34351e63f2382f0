import { CircleAlert, CircleCheck, CircleDashed, Loader } from "lucide-react";
import type { ReactNode } from "react";
import { Instant } from "#app/components/instant.tsx";
import { cn } from "#app/lib/cn.ts";
import { formatDuration } from "#app/lib/format.ts";
import type { JobRun } from "#domain/jobs/job.ts";

const STATES = {
  waiting: { icon: CircleDashed, label: "waiting", className: "text-muted" },
  running: { icon: Loader, label: "running", className: "text-accent" },
  done: { icon: CircleCheck, label: "done", className: "text-good" },
  failed: { icon: CircleAlert, label: "failed", className: "text-critical" },
} as const;

interface RunRowProps {
  readonly run: JobRun;
  readonly title: string;
  /** More on what came of it. */
  readonly children?: ReactNode;
}

export function RunRow({ run, title, children }: RunRowProps) {
  const { icon: Icon, label, className } = STATES[run.state];
  const startedAt = run.started_at ?? run.created_at;
  return (
    <tr className="border-b border-line align-top last:border-0 max-sm:flex max-sm:flex-wrap max-sm:py-2">
      <td className="px-4 py-2 max-sm:flex-1 max-sm:py-1">
        {title}
        <span className="block text-xs text-muted">
          {run.asked_by === "schedule" ? "by schedule" : `asked for by ${run.asked_by}`}
          {run.attempts > 1 ? `, attempt ${run.attempts}` : null}
        </span>
      </td>
      <td className="px-4 py-2 whitespace-nowrap max-sm:py-1">
        <span className={cn("inline-flex items-center gap-1.5", className)}>
          <Icon aria-hidden className="size-4" />
          {label}
        </span>
      </td>
      <td className="px-4 py-2 max-sm:w-full max-sm:py-1">
        {run.progress ?? run.outcome ?? <span className="text-muted">–</span>}
        {children}
      </td>
      <td className="px-4 py-2 whitespace-nowrap text-muted max-sm:w-full max-sm:py-1">
        <Instant iso={startedAt} />
        {run.finished_at ? (
          <span className="block text-xs">
            took {formatDuration(secondsBetween(startedAt, run.finished_at)).text}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function secondsBetween(from: string, to: string): number {
  return Math.max(0, Date.parse(to) - Date.parse(from)) / 1000;
}
