import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";

export const SavedPage = z.enum(["sims"]);
export type SavedPage = z.output<typeof SavedPage>;

export const NewSavedView = z.object({
  page: SavedPage,
  name: z.string().trim().min(1, "must not be empty").max(100),
  /** What stands behind the `?` of the page's address. */
  query: z.string().max(4000),
  is_shared: z.boolean().default(false),
});
export type NewSavedView = z.output<typeof NewSavedView>;

export const ChangedView = NewSavedView.pick({ name: true }).partial().extend({
  is_shared: z.boolean().optional(),
});
export type ChangedView = z.output<typeof ChangedView>;

/** Filters and columns of a page that somebody keeps under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly is_shared: boolean;
  /** Whether it is the reader's own, who alone may change it. */
  readonly is_own: boolean;
  /** E-mail of whoever keeps it. */
  readonly created_by: string;
}

/** @throws Forbidden for a key or a program, even one that acts for that person. */
export function requirePerson(actor: Actor): asserts actor is Extract<Actor, { kind: "user" }> {
  if (actor.kind === "user") return;
  throw new Forbidden("Saved views belong to a person who is signed in.");
}
