"use client";

import type { FormEvent } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { ScheduledJob } from "#domain/jobs/job.ts";
import type { Schedule } from "#domain/jobs/set-schedule.ts";

interface ScheduleDialogProps {
  readonly job: ScheduledJob;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSaved: () => void;
}

/** When a job is done by itself, and whether. */
export function ScheduleDialog({ job, open, onOpenChange, onSaved }: ScheduleDialogProps) {
  const { submit, isBusy, problem } = useSubmit(async (wanted: Schedule) => {
    await sendJson("PUT", `/api/jobs/${encodeURIComponent(job.job)}/schedule`, wanted);
    onSaved();
    onOpenChange(false);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void submit({
      cron: String(form.get("cron")),
      time_zone: String(form.get("time_zone")),
      enabled: form.get("enabled") !== null,
    });
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={`When: ${job.title}`}>
      <form onSubmit={onSubmit} className="mt-4 flex flex-col gap-4 whitespace-normal text-left">
        <Field
          name="cron"
          label="Times"
          defaultValue={job.cron}
          required
          spellCheck={false}
          className="font-mono"
          hint="Minute, hour, day of the month, month, day of the week: “15 3 * * *” is 03:15 every day, “0 * * * *” every full hour."
        />
        <Field
          name="time_zone"
          label="Time zone"
          defaultValue={job.time_zone}
          required
          spellCheck={false}
          hint="Such as UTC or Europe/Berlin."
        />
        <label className="flex items-center gap-2">
          <input type="checkbox" name="enabled" defaultChecked={job.enabled} />
          Done by itself at these times
        </label>
        {problem ? <Notice tone="critical">{problem}</Notice> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" look="primary" disabled={isBusy}>
            {isBusy ? "One moment …" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
