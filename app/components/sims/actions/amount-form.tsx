"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { BYTES_OF_UNIT } from "#core/bytes.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

const UNITS = ["MB", "GB", "SMS"] as const;
type Unit = (typeof UNITS)[number];

/** How much is added to the quota of each SIM. */
export function AmountForm({ onPropose, isBusy }: ActionFormProps) {
  const [amount, setAmount] = useState("");
  const [unit, setUnit] = useState<Unit>("MB");
  const value = Number(amount.replace(",", "."));
  const isRight =
    Number.isFinite(value) && value > 0 && (unit !== "SMS" || Number.isInteger(value));
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose(topUpOf(value, unit));
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <div className="flex items-end gap-2">
        <div className="max-w-40 flex-1">
          <Field
            label="Add to each SIM"
            inputMode="decimal"
            autoComplete="off"
            value={amount}
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
      <ProposeButton isBusy={isBusy} disabled={!isRight} />
    </form>
  );
}

function topUpOf(value: number, unit: Unit) {
  if (unit === "SMS") return { type: "sms", messages: value };
  const step = unit === "GB" ? BYTES_OF_UNIT.gb : BYTES_OF_UNIT.mb;
  return { type: "data", bytes: Math.round(value * step) };
}
