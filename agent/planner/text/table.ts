/** A table to look words of a question up in: "constructor", which every object inherits, is in none. */
export function table<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.assign(Object.create(null), entries);
}
