"use client";

import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { NumberField } from "#app/components/settings/number-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { Retention } from "#domain/retention/retention.ts";
import { NextRun } from "./next-run.tsx";
import { useRetentionPreview } from "./use-retention-preview.ts";

export type Draft = { [K in keyof Retention]: number | null };

const FIELDS = [
  {
    key: "conversations_days",
    label: "Conversations",
    hint: "Of every member, since the last message; with their links. Empty: until their person deletes them.",
    required: false,
  },
  {
    key: "monthly_reports_days",
    label: "Monthly reports",
    hint: "Since the report was made.",
    required: true,
  },
  {
    key: "job_runs_days",
    label: "Finished jobs",
    hint: "What Settings, Jobs shows of earlier runs.",
    required: true,
  },
] as const;

export function RetentionForm({ retention }: { readonly retention: Retention }) {
  const [saved, setSaved] = useState<Draft>(retention);
  const [draft, setDraft] = useState<Draft>(retention);
  const [isDone, setDone] = useState(false);
  const preview = useRetentionPreview(draft);
  const { submit, isBusy, problem } = useSubmit(async () => {
    await sendJson("PUT", "/api/retention", draft);
    setSaved(draft);
    setDone(true);
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const isChanged = FIELDS.some(({ key }) => draft[key] !== saved[key]);
  return (
    <form onSubmit={save} className="mt-4 flex max-w-prose flex-col gap-5">
      {FIELDS.map(({ key, ...field }) => (
        <NumberField
          key={key}
          {...field}
          unit="days"
          min={1}
          max={3650}
          value={draft[key]}
          onChange={(days) => {
            setDone(false);
            setDraft({ ...draft, [key]: days });
          }}
        />
      ))}
      <NextRun {...preview} />
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {isDone ? <Notice tone="good">Saved.</Notice> : null}
      <div>
        <Button
          type="submit"
          look="primary"
          disabled={isBusy || !isChanged || preview.data === undefined}
        >
          {isBusy ? "Saving …" : "Save"}
        </Button>
      </div>
    </form>
  );
}
