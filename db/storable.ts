/** As JSON text that `jsonb` takes: without NUL characters and halves of surrogate pairs. */
export function storable(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === "string") return storableText(inner);
    if (isPlainObject(inner) && Object.keys(inner).some((name) => storableText(name) !== name)) {
      return Object.fromEntries(Object.entries(inner).map(([name, v]) => [storableText(name), v]));
    }
    return key === "" ? (inner ?? null) : inner;
  });
}

export function storableText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
