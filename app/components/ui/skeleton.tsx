import { cn } from "#app/lib/cn.ts";

/** A grey shape that stands where content will be. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("animate-pulse-soft rounded-md bg-hover", className)} />;
}
