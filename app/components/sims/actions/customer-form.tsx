"use client";

import { type FormEvent, useId, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";
import { useRows } from "./use-rows.ts";

const CUSTOMERS = { from: "sims" as const, groupBy: [{ member: "sims.customer" }], limit: 500 };

export function CustomerForm({ onPropose, isBusy }: ActionFormProps) {
  const { rows } = useRows(CUSTOMERS);
  const [customer, setCustomer] = useState("");
  const listId = useId();
  const known = rows?.flatMap((row) => (row.customer ? [String(row.customer)] : [])) ?? [];
  const name = customer.trim();
  const isNew = name !== "" && rows !== undefined && !known.includes(name);
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ customer: name });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <Field
        label="Customer"
        list={listId}
        autoComplete="off"
        maxLength={200}
        value={customer}
        hint={isNew ? "No SIM belongs to this customer yet." : undefined}
        onChange={(event) => setCustomer(event.target.value)}
      />
      <datalist id={listId}>
        {known.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <ProposeButton isBusy={isBusy} disabled={name === ""} />
    </form>
  );
}
