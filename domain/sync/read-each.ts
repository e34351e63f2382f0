import { ProviderError } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import { log } from "#core/log.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { patiently } from "./patiently.ts";
import type { SyncRun } from "./run.ts";
import type { SyncOptions } from "./sync.ts";

/** Answers that are written together: so many are asked for again after a crash. */
const BATCH = 20;
/** Calls that wait for their answers at the same time; how many go out, the account's pace decides. */
const AT_ONCE = 4;

interface Reading<Item, Value> {
  readonly actor: Actor;
  readonly run: SyncRun;
  readonly options: SyncOptions;
  readonly items: readonly Item[];
  /** One call. Null where the provider does not know it. */
  readonly read: (item: Item) => Promise<Value | null>;
  readonly keep: (sql: Transaction, read: readonly Read<Item, Value>[]) => Promise<void>;
  /** After each transaction of `keep`. */
  readonly afterKept?: () => Promise<void>;
}

/** What came of a call; an error where the provider cannot answer for this one. */
export type Read<Item, Value> = {
  readonly item: Item;
  /** By our clock and by the fleet's: what happens from then on may not be in the answer. */
  readonly askedAt: Date;
  readonly asOf: Date;
} & ({ readonly value: Value | null } | { readonly error: ProviderError });

/**
 * One call for each item, and what came of it written as it goes. An item that the provider cannot answer for
 * stops no other; when it answers for none of them, the run ends.
 *
 * @returns false when it stopped before the end.
 * @throws ProviderError
 */
export async function readEach<Item, Value>(reading: Reading<Item, Value>): Promise<boolean> {
  const { actor, run, options, items, read, keep } = reading;
  const { signal } = options;
  for (let start = 0; start < items.length; start += BATCH) {
    if (signal.aborted) return false;
    const results: Read<Item, Value>[] = [];
    const waiting = items.slice(start, start + BATCH);
    let failure: unknown = null;
    const askNext = async () => {
      for (let item = waiting.shift(); item !== undefined && !failure; item = waiting.shift()) {
        const asked = { item, askedAt: wallNow(), asOf: fleetNow() };
        run.calls++;
        try {
          const value = await patiently(options, () => read(asked.item));
          results.push({ ...asked, value });
        } catch (error) {
          const isOfItem = error instanceof ProviderError && error.kind !== "busy";
          if (isOfItem && !signal.aborted) results.push({ ...asked, error });
          else failure ??= error;
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askNext));
    await asActor(actor, async (sql) => {
      await run.keep(sql);
      await keep(sql, results);
    });
    await reading.afterKept?.();
    if (failure) throw failure;
    const errors = results.flatMap((result) => ("error" in result ? result.error : []));
    if (errors[0] && errors.length === results.length) throw errors[0];
    if (errors[0]) {
      log().warn({ err: errors[0], errors: errors.length }, "SIMs that could not be read");
      run.note = `The provider could not answer for some SIMs, so they are asked for again later: ${errors[0].message}`;
    }
  }
  return true;
}
