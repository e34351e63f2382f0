import { useSyncExternalStore } from "react";
import { rememberCookie } from "./cookie.ts";
import {
  APPEARANCE_COOKIE,
  type Appearance,
  appearanceClasses,
  appearanceCookieValue,
  THEMES,
  type Theme,
} from "./theme.ts";

const THEME_LABELS: Record<Theme, string> = {
  system: "Like the device",
  light: "Light",
  dark: "Dark",
};
export const THEME_OPTIONS = THEMES.map((value) => ({ value, label: THEME_LABELS[value] }));

/** What was chosen since the page was opened; the same for every control that shows it. */
let worn: Appearance | null = null;
const listeners = new Set<() => void>();

/** @param initial As the server read it from the cookie. */
export function useAppearance(initial: Appearance): Appearance {
  return useSyncExternalStore(
    subscribe,
    () => worn ?? initial,
    () => initial,
  );
}

export function wear(appearance: Appearance): void {
  worn = appearance;
  const classes = document.documentElement.classList;
  classes.remove("light", "dark", "contrast");
  classes.add(...appearanceClasses(appearance).split(" ").filter(Boolean));
  rememberCookie(APPEARANCE_COOKIE, appearanceCookieValue(appearance));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
