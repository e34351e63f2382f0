import type { LucideIcon } from "lucide-react";

/** Something that the palette leads to or does. */
export interface Entry {
  /** Its own among all. */
  readonly id: string;
  readonly label: string;
  /** What tells it from others of its kind. */
  readonly hint?: string | undefined;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

export interface EntryGroup {
  readonly heading: string;
  readonly entries: readonly Entry[];
}

/** Those whose words all begin or hold what was typed. */
export function matching<E extends Pick<Entry, "label" | "hint">>(
  entries: readonly E[],
  text: string,
): E[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ label, hint }) => {
    const said = `${label} ${hint ?? ""}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** Whether what was typed is how its name begins: "show me around" is no question then. */
export function isCalled({ label }: Pick<Entry, "label">, text: string): boolean {
  return label.toLowerCase().startsWith(text.toLowerCase());
}
