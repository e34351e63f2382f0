"use client";

import type { ReactNode } from "react";
import { useState } from "react";
import { cn } from "#app/lib/cn.ts";

interface View {
  readonly name: string;
  readonly caption: ReactNode;
  /** What the picture says, for whoever does not see it; absent where the view is no picture. */
  readonly inWords?: string;
  readonly content: ReactNode;
}

interface FigureViewsProps {
  readonly views: readonly View[];
  readonly heightPx: number;
}

/** One figure in several views, one at a time; their height is known before a picture loads. */
export function FigureViews({ views, heightPx }: FigureViewsProps) {
  const [chosen, choose] = useState(0);
  const view = views[chosen] ?? views[0];
  if (!view) return null;
  return (
    <figure className="px-4 py-3">
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
        <figcaption className="min-w-0 text-sm text-muted">{view.caption}</figcaption>
        <fieldset className="flex rounded-md border border-line">
          <legend className="sr-only">View</legend>
          {views.map(({ name }, index) => (
            <button
              key={name}
              type="button"
              aria-pressed={index === chosen}
              onClick={() => choose(index)}
              className={cn(
                "h-7 px-2 text-sm text-muted first:rounded-l-md last:rounded-r-md hover:bg-hover hover:text-fg",
                index === chosen && "bg-hover font-medium text-fg",
              )}
            >
              {name}
            </button>
          ))}
        </fieldset>
      </div>
      <div style={{ height: heightPx }}>
        {view.inWords ? (
          <div role="img" aria-label={view.inWords} className="h-full">
            {view.content}
          </div>
        ) : (
          view.content
        )}
      </div>
    </figure>
  );
}
