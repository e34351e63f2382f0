import type { Readable } from "node:stream";
import { type Actor, hasScope } from "#core/actor.ts";
import { csvStream } from "#core/csv.ts";
import { Forbidden } from "#core/errors.ts";
import type { Values } from "./change.ts";
import { saidValue } from "./preview.ts";
import { getChange, listItems } from "./read-changes.ts";

const BATCH = 5_000;
const COLUMNS = ["target", "name", "result", "reason", "before", "after"];

/** All rows of a change and what became of each, as a CSV. @throws Forbidden, NotFound */
export async function resultsCsv(actor: Actor, changeId: string): Promise<Readable> {
  if (!hasScope(actor, "sims:read")) throw new Forbidden("This needs the permission sims:read.");
  await getChange(actor, changeId);
  return csvStream(COLUMNS, rowsOf(actor, changeId));
}

async function* rowsOf(actor: Actor, changeId: string) {
  let after = 0;
  for (;;) {
    const items = await listItems(actor, { changeId, after, limit: BATCH });
    for (const item of items) {
      const { target, label, state, reason } = item;
      yield [target, label, state, reason, said(item.before), said(item.after)];
    }
    const last = items.at(-1);
    if (!last || items.length < BATCH) return;
    after = last.position;
  }
}

function said(values: Values): string {
  return Object.entries(values)
    .map(([field, value]) => `${field}: ${saidValue(field, value)}`)
    .join("; ");
}
