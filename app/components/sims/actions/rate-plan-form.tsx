"use client";

import { type FormEvent, useState } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { formatMoney, formatVolume } from "#app/lib/format.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";
import { useRows } from "./use-rows.ts";

const PLANS = {
  from: "rate_plans" as const,
  columns: [
    "rate_plans.name",
    "rate_plans.monthly_price",
    "rate_plans.currency",
    "rate_plans.included_bytes",
  ],
};

export function RatePlanForm({ onPropose, isBusy }: ActionFormProps) {
  const { rows, error } = useRows(PLANS);
  const [plan, setPlan] = useState("");
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ rate_plan: plan });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      {error ? <Notice tone="critical">{error.message}</Notice> : null}
      <Select
        label="New rate plan"
        value={plan}
        disabled={!rows}
        onChange={(event) => setPlan(event.target.value)}
      >
        <option value="">{rows ? "Choose a plan" : "Loading the plans …"}</option>
        {rows?.map((row) => (
          <option key={String(row.name)} value={String(row.name)}>
            {wordsOf(row)}
          </option>
        ))}
      </Select>
      <ProposeButton isBusy={isBusy} disabled={plan === ""} />
    </form>
  );
}

function wordsOf(row: Readonly<Record<string, unknown>>): string {
  const parts = [String(row.name)];
  if (row.included_bytes !== null)
    parts.push(`${formatVolume(Number(row.included_bytes)).text} included`);
  if (row.monthly_price !== null) {
    parts.push(`${formatMoney(Number(row.monthly_price), String(row.currency)).text} a month`);
  }
  return parts.join(" · ");
}
