"use client";

import { useState } from "react";
import { NumberField } from "#app/components/settings/number-field.tsx";
import { SaveForm } from "#app/components/settings/save-form.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { AttentionLimits } from "#domain/attention/attention-limits.ts";

export function LimitsForm({ limits }: { readonly limits: AttentionLimits }) {
  const [draft, setDraft] = useState<{ [K in keyof AttentionLimits]: number | null }>(limits);
  const save = async () => {
    await sendJson("PUT", "/api/attention-limits", draft);
  };
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return (
    <SaveForm
      onSave={save}
      savedText="Saved. The Overview goes by it."
      className="max-w-prose gap-5"
    >
      <NumberField
        label="Running out of data within"
        unit="days"
        hint="SIMs whose data is expected to be used up by then, as forecast."
        min={1}
        max={90}
        required
        value={draft.running_out_days}
        onChange={(running_out_days) => change({ running_out_days })}
      />
      <NumberField
        label="Nearly used up above"
        unit="% of the data quota"
        hint="SIMs that have used more of their quota than this."
        min={1}
        max={99}
        required
        value={draft.nearly_used_up_percent}
        onChange={(nearly_used_up_percent) => change({ nearly_used_up_percent })}
      />
    </SaveForm>
  );
}
