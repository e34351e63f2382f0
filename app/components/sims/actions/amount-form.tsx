"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { topUpIn, UNITS, type Unit } from "./amount.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

/** How much is added to the quota of each SIM. */
export function AmountForm({ onPropose, isBusy }: ActionFormProps) {
  const [amount, setAmount] = useState("");
  const [unit, setUnit] = useState<Unit>("MB");
  const [isAsked, setIsAsked] = useState(false);
  const read = topUpIn(amount, unit);
  const propose = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if ("fields" in read) onPropose(read.fields);
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <div className="flex items-start gap-2">
        <div className="max-w-40 flex-1">
          <Field
            label="Add to each SIM"
            inputMode="decimal"
            autoComplete="off"
            value={amount}
            problem={"problem" in read && (isAsked || amount !== "") ? read.problem : undefined}
            onChange={(event) => setAmount(event.target.value)}
          />
        </div>
        <Select
          label="Unit"
          value={unit}
          onChange={(event) => setUnit(UNITS.find((known) => known === event.target.value) ?? "MB")}
        >
          {UNITS.map((known) => (
            <option key={known} value={known}>
              {known === "SMS" ? "SMS messages" : `${known} of data`}
            </option>
          ))}
        </Select>
      </div>
      <ProposeButton isBusy={isBusy} />
    </form>
  );
}
