"use client";

import Link from "next/link";
import { Notice } from "#app/components/ui/notice.tsx";
import type { RequestFailed } from "#app/lib/api.ts";
import { countOf, formatInstant } from "#app/lib/format.ts";
import type { RetentionPreview } from "#domain/retention/preview-retention.ts";

interface NextRunProps {
  readonly data: RetentionPreview | undefined;
  readonly error: RequestFailed | undefined;
}

/** What would be gone after the next run, before anything is saved. */
export function NextRun({ data, error }: NextRunProps) {
  if (error) return <Notice tone="critical">{error.message}</Notice>;
  if (!data) return <Notice title="Counting what would be deleted …" />;
  const gone = [
    data.conversations > 0 && countOf(data.conversations, "conversation"),
    data.monthly_reports > 0 && countOf(data.monthly_reports, "monthly report"),
    data.job_runs > 0 && countOf(data.job_runs, "finished job"),
  ].filter((part) => part !== false);
  const title =
    gone.length === 0
      ? "The next run deletes nothing"
      : `The next run deletes ${new Intl.ListFormat("en-GB").format(gone)}`;
  return (
    <Notice tone={gone.length === 0 ? "info" : "attention"} title={title}>
      {data.is_switched_off ? (
        <>
          The job is switched off:{" "}
          <Link href="/settings/jobs" className="text-accent underline">
            Jobs
          </Link>
        </>
      ) : data.next_run_at ? (
        `It runs ${formatInstant(data.next_run_at, new Date()).text}.`
      ) : null}
    </Notice>
  );
}
