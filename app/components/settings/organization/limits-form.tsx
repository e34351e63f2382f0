"use client";

import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { NumberField } from "#app/components/settings/number-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { AttentionLimits } from "#domain/attention/attention-limits.ts";

export function LimitsForm({ limits }: { readonly limits: AttentionLimits }) {
  const [draft, setDraft] = useState<{ [K in keyof AttentionLimits]: number | null }>(limits);
  const [isSaved, setSaved] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    await sendJson("PUT", "/api/attention-limits", draft);
    setSaved(true);
  });
  const change = (part: Partial<typeof draft>) => {
    setSaved(false);
    setDraft({ ...draft, ...part });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form onSubmit={save} className="mt-4 flex max-w-prose flex-col gap-5">
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
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {isSaved ? <Notice tone="good">Saved. The Overview goes by it.</Notice> : null}
      <div>
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? "Saving …" : "Save"}
        </Button>
      </div>
    </form>
  );
}
