import type { ComponentProps } from "react";
import { cn } from "#app/lib/cn.ts";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      className={cn(
        "h-9 w-full rounded-md border border-line-strong bg-raised px-3 text-base text-fg disabled:opacity-60 aria-invalid:border-critical",
        className,
      )}
      {...props}
    />
  );
}
