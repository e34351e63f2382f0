"use client";

import { cn } from "#app/lib/cn.ts";
import { Buttons } from "./buttons.tsx";
import { Fields } from "./fields.tsx";
import { Overlays } from "./overlays.tsx";
import { States } from "./states.tsx";

const LOOKS = [
  ["Light", "light"],
  ["Dark", "dark"],
  ["Light, high contrast", "light contrast"],
  ["Dark, high contrast", "dark contrast"],
] as const;

/** Every part of `app/components/ui`, in each of its states, in each look. */
export function Gallery() {
  return (
    <main className="grid xl:grid-cols-2">
      <h1 className="sr-only">Gallery</h1>
      {LOOKS.map(([name, className]) => (
        <section
          key={name}
          aria-label={name}
          className={cn(className, "flex min-w-0 flex-col gap-8 bg-surface p-6 text-fg")}
        >
          <h2 className="text-xl font-semibold tracking-tight">{name}</h2>
          <Buttons />
          <Fields />
          <States />
          <Overlays />
        </section>
      ))}
    </main>
  );
}
