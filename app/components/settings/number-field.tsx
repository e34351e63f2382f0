"use client";

import { useId } from "react";
import { Input } from "#app/components/ui/input.tsx";

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly hint: string;
  readonly min: number;
  readonly max?: number;
  readonly required: boolean;
  /** Null: an empty field. */
  readonly value: number | null;
  readonly disabled?: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A whole number with its unit beside it and what it means below. */
export function NumberField({ label, unit, hint, value, onChange, ...props }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <div className="flex items-center gap-2">
        <Input
          id={id}
          type="number"
          step={1}
          value={value ?? ""}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => onChange(target.value === "" ? null : target.valueAsNumber)}
          className="max-w-32"
          {...props}
        />
        <span className="text-muted">{unit}</span>
      </div>
      <p id={`${id}-note`} className="text-sm text-muted">
        {hint}
      </p>
    </div>
  );
}
