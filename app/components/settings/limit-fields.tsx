import { Field } from "#app/components/ui/field.tsx";
import { type CallLimits, MAX_PER_MINUTE } from "#core/actor.ts";

/** The two limits of a key, as fields of a form; `limitsIn` reads them when it is sent. */
export function LimitFields({ limits }: { readonly limits: CallLimits }) {
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <LimitField
        name="readsPerMinute"
        label="Reads a minute"
        hint="Lists, lookups and questions."
        value={limits.readsPerMinute}
      />
      <LimitField
        name="effectsPerMinute"
        label="Changes a minute"
        hint="All that changes something, also uploads."
        value={limits.effectsPerMinute}
      />
    </div>
  );
}

interface LimitFieldProps {
  readonly name: keyof CallLimits;
  readonly label: string;
  readonly hint: string;
  readonly value: number;
}

function LimitField({ name, label, hint, value }: LimitFieldProps) {
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      type="number"
      required
      min={1}
      max={MAX_PER_MINUTE}
      step={1}
      defaultValue={value}
      autoComplete="off"
    />
  );
}

export function limitsIn(form: HTMLFormElement): CallLimits {
  const fields = new FormData(form);
  return {
    readsPerMinute: Number(fields.get("readsPerMinute")),
    effectsPerMinute: Number(fields.get("effectsPerMinute")),
  };
}
