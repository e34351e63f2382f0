import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "#app/lib/cn.ts";
import { FieldNote } from "./field-note.tsx";

interface TextAreaProps extends ComponentProps<"textarea"> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value and how to mend it. */
  readonly problem?: string | undefined;
}

/** A labelled field of several lines. */
export function TextArea({ label, hint, problem, className, ...props }: TextAreaProps) {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={cn(
          "min-h-20 w-full rounded-md border border-line-strong bg-raised px-3 py-2 text-base text-fg disabled:opacity-60",
          className,
        )}
        {...props}
      />
      <FieldNote id={`${id}-note`} hint={hint} problem={problem} />
    </div>
  );
}
