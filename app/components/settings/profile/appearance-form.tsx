"use client";

import { Select } from "#app/components/ui/select.tsx";
import { THEME_OPTIONS, useAppearance, wear } from "#app/lib/appearance.ts";
import type { Appearance } from "#app/lib/theme.ts";

export function AppearanceForm({ initial }: { readonly initial: Appearance }) {
  const appearance = useAppearance(initial);
  const choose = (wanted: string) => {
    const option = THEME_OPTIONS.find(({ value }) => value === wanted);
    if (option) wear({ ...appearance, theme: option.value });
  };
  return (
    <div className="mt-3 flex max-w-sm flex-col gap-4">
      <Select
        label="Theme"
        value={appearance.theme}
        onChange={({ target }) => choose(target.value)}
      >
        {THEME_OPTIONS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={appearance.highContrast}
          onChange={({ target }) => wear({ ...appearance, highContrast: target.checked })}
        />
        High contrast
      </label>
    </div>
  );
}
