"use client";

import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Instant } from "#app/components/instant.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { RowProblem } from "#app/components/settings/row-problem.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson, type RequestFailed, sendJson } from "#app/lib/api.ts";
import { cn } from "#app/lib/cn.ts";
import type { JobList } from "#domain/jobs/job.ts";

const JOB = "audit_check";
const UNDER_WAY_MS = 3_000;
const REFRESH_MS = 60_000;

/** Whether every entry is still as it was recorded, and when that was last looked at. */
export function ChainCheck() {
  const { data, error, mutate } = useSWR<JobList, RequestFailed>("/api/jobs", getJson, {
    refreshInterval: (list) => (isUnderWay(list) ? UNDER_WAY_MS : REFRESH_MS),
  });
  const { submit, isBusy, problem } = useSubmit(async () => {
    await sendJson("POST", `/api/jobs/${JOB}/run`);
    await mutate();
  });
  if (error && !data)
    return (
      <LoadFailed
        title="The last check of the log could not be loaded"
        error={error}
        retry={mutate}
      />
    );
  if (!data)
    return (
      <div role="status" aria-label="Loading the last check">
        <Skeleton className="h-12" />
      </div>
    );
  const last = data.runs.find(({ job, finished_at: at }) => job === JOB && at !== null);
  const isOpen = isUnderWay(data);
  const again = (
    <>
      <Button size="sm" disabled={isBusy || isOpen} onClick={() => void submit()}>
        {isOpen ? "Checking …" : "Check now"}
      </Button>
      <RowProblem problem={problem} />
    </>
  );
  if (last?.state === "failed")
    return (
      <Notice tone="critical" title="The log is not what was recorded" actions={again}>
        {last.outcome} Checked <Instant iso={last.finished_at ?? last.created_at} />.{" "}
        <Link href="/settings/jobs" className="text-accent underline">
          The job’s runs
        </Link>
      </Notice>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <p className="inline-flex min-w-0 items-center gap-2">
        <ShieldCheck
          aria-hidden
          className={cn("size-4 shrink-0", last ? "text-good" : "text-muted")}
        />
        {last ? (
          <span>
            {last.outcome} Each entry is sealed to the one before it; checked{" "}
            <Instant iso={last.finished_at ?? last.created_at} />.
          </span>
        ) : (
          <span className="text-muted">
            Each entry is sealed to the one before it. The seals are checked every night; this has
            not happened yet.
          </span>
        )}
      </p>
      {again}
    </div>
  );
}

function isUnderWay(list: JobList | undefined): boolean {
  return list?.runs.some(({ job, finished_at: at }) => job === JOB && at === null) ?? false;
}
