"use client";

import { useId } from "react";
import { Input } from "#app/components/ui/input.tsx";
import type { NumberRule } from "./rules.ts";

interface RuleNumberProps {
  readonly rule: NumberRule;
  readonly value: number | null;
  readonly disabled: boolean;
  readonly onChange: (value: number | null) => void;
}

/** A limit with its unit beside it and what it means below. */
export function RuleNumber({ rule, value, disabled, onChange }: RuleNumberProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {rule.label}
      </label>
      <div className="flex items-center gap-2">
        <Input
          id={id}
          type="number"
          required={!rule.isOptional}
          min={rule.min}
          step={1}
          value={value ?? ""}
          disabled={disabled}
          aria-describedby={`${id}-note`}
          onChange={(event) =>
            onChange(event.target.value === "" ? null : event.target.valueAsNumber)
          }
          className="max-w-32"
        />
        <span className="text-muted">{rule.unit}</span>
      </div>
      <p id={`${id}-note`} className="text-sm text-muted">
        {rule.hint}
      </p>
    </div>
  );
}
