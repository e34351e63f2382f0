import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "#app/lib/cn.ts";

interface TextAreaProps extends ComponentProps<"textarea"> {
  readonly label: string;
  readonly hint?: ReactNode;
}

/** A labelled field of several lines. */
export function TextArea({ label, hint, className, ...props }: TextAreaProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        id={id}
        aria-describedby={hint ? `${id}-note` : undefined}
        className={cn(
          "min-h-20 w-full rounded-md border border-line-strong bg-raised px-3 py-2 text-base text-fg disabled:opacity-60",
          className,
        )}
        {...props}
      />
      {hint ? (
        <p id={`${id}-note`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
