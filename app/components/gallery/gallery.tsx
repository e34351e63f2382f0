"use client";

import { Choice } from "#app/components/ui/choice.tsx";
import { THEME_OPTIONS, useAppearance, wear } from "#app/lib/appearance.ts";
import { type Appearance, THEMES } from "#app/lib/theme.ts";
import { Buttons } from "./buttons.tsx";
import { Fields } from "./fields.tsx";
import { Overlays } from "./overlays.tsx";
import { States } from "./states.tsx";

const LOOKS = THEME_OPTIONS.map(({ value, label }) => [value, label] as const);

/** Every part of `app/components/ui`, in each of its states, in the look that is chosen at its head. */
export function Gallery({ initialAppearance }: { initialAppearance: Appearance }) {
  const appearance = useAppearance(initialAppearance);
  const choose = (look: string) => {
    const theme = THEMES.find((one) => one === look);
    if (theme) wear({ ...appearance, theme });
  };
  return (
    <main className="mx-auto flex max-w-content flex-col gap-8 p-6">
      <header className="flex flex-wrap items-center gap-4">
        <h1 className="flex-1 text-xl font-semibold tracking-tight">Gallery</h1>
        <Choice label="Theme" value={appearance.theme} options={LOOKS} onChange={choose} />
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={appearance.highContrast}
            onChange={({ target }) => wear({ ...appearance, highContrast: target.checked })}
          />
          High contrast
        </label>
      </header>
      <Buttons />
      <Fields />
      <States />
      <Overlays />
    </main>
  );
}
