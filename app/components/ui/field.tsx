import { type ComponentProps, type ReactNode, useId } from "react";
import { FieldNote } from "./field-note.tsx";
import { Input } from "./input.tsx";

interface FieldProps extends ComponentProps<"input"> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value and how to mend it. */
  readonly problem?: string | undefined;
}

/** A labelled text input; hint and problem are tied to it for screen readers. */
export function Field({ label, hint, problem, id, ...props }: FieldProps) {
  const generatedId = useId();
  const fieldId = id ?? generatedId;
  const noteId = `${fieldId}-note`;
  const note = problem ?? hint;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={fieldId} className="text-sm font-medium">
        {label}
      </label>
      <Input
        id={fieldId}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? noteId : undefined}
        {...props}
      />
      <FieldNote id={noteId} hint={hint} problem={problem} />
    </div>
  );
}
