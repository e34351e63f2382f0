"use client";

import { type FormEvent, useId, useState } from "react";
import { ProposeButton } from "#app/components/sims/actions/propose-button.tsx";
import type { ActionFormProps } from "#app/components/sims/actions/sim-actions.ts";
import { useRows } from "#app/components/sims/actions/use-rows.ts";
import { Field } from "#app/components/ui/field.tsx";

const ASSIGNED = {
  from: "anomalies" as const,
  groupBy: [{ member: "anomalies.assigned_to" }],
  limit: 100,
};

/** Who looks after an anomaly. */
export function AssignForm({ onPropose, isBusy }: ActionFormProps) {
  const { rows } = useRows(ASSIGNED);
  const [who, setWho] = useState("");
  const listId = useId();
  const known = rows?.flatMap(({ assigned_to: one }) => (one ? [String(one)] : [])) ?? [];
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ assigned_to: who.trim() });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <Field
        label="Who looks after it"
        hint="An e-mail address or a name."
        list={listId}
        autoComplete="off"
        maxLength={200}
        value={who}
        onChange={({ target }) => setWho(target.value)}
      />
      <datalist id={listId}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <ProposeButton isBusy={isBusy} disabled={who.trim() === ""} />
    </form>
  );
}
