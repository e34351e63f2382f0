import type { ReactNode } from "react";

/** Parts of one sort. */
export function Shelf({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-2 text-sm font-medium text-muted">{name}</h2>
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </div>
  );
}
