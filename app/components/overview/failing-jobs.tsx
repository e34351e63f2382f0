"use client";

import Link from "next/link";
import useSWR from "swr";
import { Instant } from "#app/components/instant.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import type { JobList } from "#domain/jobs/job.ts";

/** Jobs whose last run failed, for owners; nothing where all is well. */
export function FailingJobs() {
  const { data, error, mutate } = useSWR<JobList, RequestFailed>("/api/jobs", getJson, {
    refreshInterval: 60_000,
  });
  if (error && !data)
    return <LoadFailed title="The jobs could not be loaded" error={error} retry={mutate} />;
  const failing = (data?.jobs ?? []).flatMap(({ job, title }) => {
    const last = data?.runs.find((run) => run.job === job && run.finished_at !== null);
    return last?.state === "failed" ? [{ ...last, title }] : [];
  });
  if (failing.length === 0) return null;
  return (
    <Notice
      tone="critical"
      title={failing.length === 1 ? "A job fails" : `${failing.length} jobs fail`}
      actions={
        <Link href="/settings/jobs" className="text-accent underline">
          Jobs
        </Link>
      }
    >
      <ul>
        {failing.map(({ id, title, outcome, finished_at: at }) => (
          <li key={id}>
            <span className="font-medium">{title}</span>
            {at ? (
              <>
                , <Instant iso={at} />
              </>
            ) : null}
            : {outcome ?? "no reason was kept"}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
