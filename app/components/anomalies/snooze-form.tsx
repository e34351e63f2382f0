"use client";

import { type FormEvent, useState } from "react";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { ProposeButton } from "#app/components/sims/actions/propose-button.tsx";
import type { ActionFormProps } from "#app/components/sims/actions/sim-actions.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { addDays, toDay } from "#core/day.ts";

const SPANS = [
  [1, "Tomorrow"],
  [7, "A week"],
  [30, "30 days"],
] as const;

/** Until when an anomaly is of no concern. */
export function SnoozeForm({ onPropose, isBusy }: ActionFormProps) {
  const today = toDay(useFleetNow());
  const [until, setUntil] = useState(addDays(today, 7));
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ until });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2">
        {SPANS.map(([days, label]) => {
          const day = addDays(today, days);
          return (
            <Button
              key={days}
              size="sm"
              aria-pressed={until === day}
              className="aria-pressed:border-accent aria-pressed:text-accent"
              onClick={() => setUntil(day)}
            >
              {label}
            </Button>
          );
        })}
      </div>
      <Field
        label="Open again on"
        type="date"
        required
        min={addDays(today, 1)}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
      <ProposeButton isBusy={isBusy} disabled={until <= today} />
    </form>
  );
}
