"use client";

import { useState } from "react";
import { NumberField } from "#app/components/settings/number-field.tsx";
import { SaveForm } from "#app/components/settings/save-form.tsx";
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
  const preview = useRetentionPreview(draft);
  const save = async () => {
    await sendJson("PUT", "/api/retention", draft);
    setSaved(draft);
  };
  const isChanged = FIELDS.some(({ key }) => draft[key] !== saved[key]);
  return (
    <SaveForm
      onSave={save}
      canSave={isChanged && preview.data !== undefined}
      className="max-w-prose gap-5"
    >
      {FIELDS.map(({ key, ...field }) => (
        <NumberField
          key={key}
          {...field}
          unit="days"
          min={1}
          max={3650}
          value={draft[key]}
          onChange={(days) => setDraft({ ...draft, [key]: days })}
        />
      ))}
      <NextRun {...preview} />
    </SaveForm>
  );
}
