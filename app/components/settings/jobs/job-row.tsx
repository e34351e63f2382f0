"use client";

import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Instant } from "#app/components/instant.tsx";
import { RowProblem } from "#app/components/settings/row-problem.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { ScheduledJob } from "#domain/jobs/job.ts";
import { ScheduleDialog } from "./schedule-dialog.tsx";

interface JobRowProps {
  readonly job: ScheduledJob;
  /** Whether it waits or runs already. */
  readonly isOpen: boolean;
  readonly onChanged: () => void;
}

export function JobRow({ job, isOpen, onChanged }: JobRowProps) {
  const [isEditing, setEditing] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    await sendJson("POST", `/api/jobs/${encodeURIComponent(job.job)}/run`);
    onChanged();
  });
  return (
    <tr className="border-b border-line align-top last:border-0 max-sm:block max-sm:py-2">
      <td className="px-4 py-2 max-sm:block max-sm:py-1">
        <span className="font-medium">{job.title}</span>
        <span className="block max-w-prose text-muted">{job.about}</span>
      </td>
      <td className="px-4 py-2 whitespace-nowrap max-sm:block max-sm:py-1">
        {job.next_run_at ? <Instant iso={job.next_run_at} /> : "switched off"}
        <span className="block font-mono text-xs text-muted">
          {job.cron} <span className="font-sans">({job.time_zone})</span>
        </span>
      </td>
      <td className="px-4 py-2 text-right whitespace-nowrap max-sm:block max-sm:text-left">
        <Button
          size="sm"
          className="mr-2"
          disabled={isBusy || isOpen}
          onClick={() => void submit()}
        >
          {isOpen ? "Under way …" : "Run now"}
          <span className="sr-only">: {job.title}</span>
        </Button>
        <Button size="sm" onClick={() => setEditing(true)}>
          Times<span className="sr-only"> of {job.title}</span>
        </Button>
        <RowProblem problem={problem} />
        <ScheduleDialog job={job} open={isEditing} onOpenChange={setEditing} onSaved={onChanged} />
      </td>
    </tr>
  );
}
