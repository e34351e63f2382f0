import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "#app/lib/cn.ts";

interface SelectProps extends ComponentProps<"select"> {
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A labelled choice of one. */
export function Select({ label, hint, id, className, ...props }: SelectProps) {
  const generatedId = useId();
  const fieldId = id ?? generatedId;
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={fieldId} className="text-sm font-medium">
        {label}
      </label>
      <select
        id={fieldId}
        aria-describedby={hint ? `${fieldId}-note` : undefined}
        className={cn(
          "h-9 rounded-md border border-line-strong bg-raised px-2 text-base text-fg disabled:opacity-60",
          className,
        )}
        {...props}
      />
      {hint ? (
        <p id={`${fieldId}-note`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
