"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

export function LabelForm({ onPropose, isBusy }: ActionFormProps) {
  const [label, setLabel] = useState("");
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ label: label.trim() });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <Field
        label="Device name"
        autoComplete="off"
        maxLength={200}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <ProposeButton isBusy={isBusy} disabled={label.trim() === ""} />
    </form>
  );
}
