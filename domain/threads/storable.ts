/** As JSON text that `jsonb` takes: without NUL characters and halves of surrogate pairs. */
export function storable(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (typeof inner === "string") return clean(inner);
    if (isPlainObject(inner) && Object.keys(inner).some((name) => clean(name) !== name)) {
      return Object.fromEntries(Object.entries(inner).map(([name, v]) => [clean(name), v]));
    }
    return key === "" ? (inner ?? null) : inner;
  });
}

function clean(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
