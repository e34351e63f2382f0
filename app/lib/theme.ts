/** What the reader chose; `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface Appearance {
  readonly theme: Theme;
  readonly highContrast: boolean;
}

export const APPEARANCE_COOKIE = "simon-appearance";

/** `"dark-contrast"` → `{ theme: "dark", highContrast: true }`; anything unknown → the system's. */
export function parseAppearance(cookie: string | undefined): Appearance {
  const words = new Set(cookie?.split("-"));
  return {
    theme: THEMES.find((theme) => words.has(theme)) ?? "system",
    highContrast: words.has("contrast"),
  };
}

/** The classes of `<html>`. */
export function appearanceClasses({ theme, highContrast }: Appearance): string {
  return [theme === "system" ? "" : theme, highContrast ? "contrast" : ""]
    .filter(Boolean)
    .join(" ");
}

export function appearanceCookieValue(appearance: Appearance): string {
  return appearanceClasses(appearance).replaceAll(" ", "-");
}
