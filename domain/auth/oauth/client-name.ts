const MAX_CHARS = 60;

/** What a client calls itself, which anybody may choose: no signs that hide or turn text around, and short. */
export function clientNameOf(name: string | null | undefined): string {
  const plain = (name ?? "").replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
  return [...plain].slice(0, MAX_CHARS).join("") || "An unnamed client";
}
