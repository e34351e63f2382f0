"use client";

import Link from "next/link";
import useSWR from "swr";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import type { JobList } from "#domain/jobs/job.ts";
import { AnalysisProblems } from "./analysis-problems.tsx";
import { JobRow } from "./job-row.tsx";
import { ReportsCard } from "./reports-card.tsx";
import { RunRow } from "./run-row.tsx";

const JOBS_PATH = "/api/jobs";
const LOOK_AGAIN_MS = 3_000;
const HEADING = "px-4 py-2 font-medium";

/** What is done by itself and when, and how it went; owners start it now or change its times. */
export function JobsPage() {
  const { data, error, mutate } = useSWR<JobList, RequestFailed>(JOBS_PATH, getJson, {
    refreshInterval: LOOK_AGAIN_MS,
    keepPreviousData: true,
  });
  if (!data && error)
    return <LoadFailed title="The jobs could not be loaded" error={error} retry={mutate} />;
  if (!data)
    return (
      <div role="status" aria-label="Loading the jobs">
        <Skeleton className="h-96" />
      </div>
    );
  const { jobs, runs, reports } = data;
  const titleOf = new Map(jobs.map(({ job, title }) => [job, title]));
  const openRuns = new Set(
    runs.filter(({ finished_at }) => finished_at === null).map(({ job }) => job),
  );
  const lastAnalysis = runs.find(({ job, state }) => job === "analysis" && state === "done");
  return (
    <>
      <Card className="relative overflow-x-auto">
        <table className="w-full text-sm max-sm:block sm:min-w-160">
          <caption className="max-sm:block px-4 pt-4 pb-2 text-left text-lg font-semibold">
            What is done by itself
          </caption>
          <thead className="text-left text-muted max-sm:hidden">
            <tr className="border-b border-line">
              <th scope="col" className={HEADING}>
                Job
              </th>
              <th scope="col" className={HEADING}>
                Next
              </th>
              <th scope="col" className={HEADING}>
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block max-sm:border-t max-sm:border-line">
            {jobs.map((job) => (
              <JobRow
                key={job.job}
                job={job}
                isOpen={openRuns.has(job.job)}
                onChanged={() => void mutate()}
              />
            ))}
          </tbody>
        </table>
      </Card>
      <ReportsCard reports={reports} />
      <Card className="relative overflow-x-auto">
        <table className="w-full text-sm max-sm:block sm:min-w-160">
          <caption className="max-sm:block px-4 pt-4 pb-2 text-left text-lg font-semibold">
            How it went
            <span className="block text-sm font-normal text-muted">
              What runs or waits first, then of each job the newest eight that were done or failed.{" "}
              <Link href="/settings/retention" className="text-accent underline">
                How long they are kept
              </Link>
            </span>
          </caption>
          <thead className="text-left text-muted max-sm:hidden">
            <tr className="border-b border-line">
              <th scope="col" className={HEADING}>
                Job
              </th>
              <th scope="col" className={HEADING}>
                State
              </th>
              <th scope="col" className={HEADING}>
                What came of it
              </th>
              <th scope="col" className={HEADING}>
                Started
              </th>
            </tr>
          </thead>
          <tbody className="max-sm:block max-sm:border-t max-sm:border-line">
            {runs.map((run) => (
              <RunRow key={run.id} run={run} title={titleOf.get(run.job) ?? run.job}>
                {run.id === lastAnalysis?.id ? <AnalysisProblems runId={run.id} /> : null}
              </RunRow>
            ))}
          </tbody>
        </table>
        {runs.length === 0 ? (
          <p className="p-4 text-muted">Nothing has run yet. A worker looks every 15 seconds.</p>
        ) : null}
      </Card>
    </>
  );
}
