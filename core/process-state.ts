/**
 * Process-wide state. The server (Node) and a page's bundle (Next) each load a module of ours, so a
 * module-level variable exists twice; what must be one lives here, on `globalThis`, under a name.
 */
const holder = globalThis as typeof globalThis & { __simon?: Map<string, unknown> };

/** The value called `name`, made by `create` on first use in this process. */
export function processWide<T>(name: string, create: () => T): T {
  holder.__simon ??= new Map();
  if (!holder.__simon.has(name)) holder.__simon.set(name, create());
  return holder.__simon.get(name) as T; // one name, one creator: the type is the creator's
}

/** Forget a value, so that the next use makes it anew (tests, a database that moved). */
export function forgetProcessWide(name: string): void {
  holder.__simon?.delete(name);
}

/** Forget all of it, as a new process would: between test files that share one. */
export function forgetAllProcessWide(): void {
  holder.__simon?.clear();
}
