import type { Actor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import type { NotificationKind } from "./kinds.ts";

export interface Notification {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly text: string;
  /** Where it is looked into. */
  readonly href: string;
  readonly at: string;
  readonly is_unread: boolean;
}

/** Something that happened, as one of the sources finds it. */
export interface Found {
  /** What it is about: the same thing is the same notification. */
  readonly ref: string;
  readonly text: string;
  readonly href: string;
  readonly at: Date;
}

export type Person = Extract<Actor, { kind: "user" }>;

/** Finds what happened since `since`. */
export type Source = (sql: Transaction, person: Person, since: Date) => Promise<Found[]>;

/** The most of one kind. */
export const MAX_OF_A_KIND = 10;

/** @throws Forbidden */
export function toPerson(actor: Actor): Person {
  if (actor.kind === "user") return actor;
  throw new Forbidden("Notifications belong to a person who is signed in.");
}
