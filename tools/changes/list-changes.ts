import { z } from "zod";
import { decodeCursor, encodeCursor } from "#core/cursor.ts";
import { Change, ChangeItem, ChangeState, ItemState } from "#domain/changes/change.ts";
import { getChange as get, listChanges as list, listItems } from "#domain/changes/read-changes.ts";
import { defineTool } from "../define.ts";

const limit = z.int().min(1).max(200).default(20);
const cursor = z
  .string()
  .max(200)
  .optional()
  .meta({ description: "next_cursor of the page before" });
const page = { next_cursor: z.string().nullable(), has_more: z.boolean() };

export const listChanges = defineTool({
  name: "list_changes",
  title: "List changes",
  description:
    "Changes to the fleet that were proposed, decided on and carried out, the newest first, each with its preview, its decisions and how far it is.",
  input: z.object({ state: z.array(ChangeState).optional(), cursor, limit }),
  output: z.object({ changes: z.array(Change), ...page }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/changes" },
  run: async ({ actor, input }) => {
    const after = input.cursor === undefined ? undefined : placeOf(input.cursor);
    const found = await list(actor, { state: input.state, after, limit: input.limit + 1 });
    const changes = found.slice(0, input.limit);
    const last = changes.at(-1);
    const has_more = found.length > input.limit;
    return {
      changes,
      has_more,
      next_cursor: has_more && last ? encodeCursor({ at: last.created_at, id: last.id }) : null,
    };
  },
});

export const getChange = defineTool({
  name: "get_change",
  title: "Show a change",
  description:
    "One change to the fleet: its preview, who decided, how far it is, and what failed and why.",
  input: z.object({ change_id: z.string().max(100) }),
  output: Change,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/changes/{change_id}" },
  run: ({ actor, input }) => get(actor, input.change_id),
});

export const listChangeItems = defineTool({
  name: "list_change_items",
  title: "List the rows of a change",
  description:
    "The rows that a change is about, in their order: what each was and becomes, its state, and why it was left out or failed.",
  input: z.object({
    change_id: z.string().max(100),
    state: z.array(ItemState).optional(),
    cursor,
    limit,
  }),
  output: z.object({ items: z.array(ChangeItem), ...page }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/changes/{change_id}/items" },
  run: async ({ actor, input }) => {
    const after = input.cursor === undefined ? 0 : positionIn(input.cursor);
    const { change_id: changeId, state } = input;
    const found = await listItems(actor, { changeId, state, after, limit: input.limit + 1 });
    const items = found.slice(0, input.limit);
    const has_more = found.length > input.limit;
    const last = items.at(-1);
    return {
      items,
      has_more,
      next_cursor: has_more && last ? encodeCursor({ n: last.position }) : null,
    };
  },
});

const Place = z.object({ at: z.iso.datetime(), id: z.string() });
const Position = z.object({ n: z.int() });

function placeOf(text: string) {
  const { at, id } = decodeCursor(text, Place);
  return { createdAt: new Date(at), id };
}

function positionIn(text: string): number {
  return decodeCursor(text, Position).n;
}
