import type { z } from "zod";
import { Invalid } from "./errors.ts";

/** A place in a list, opaque to whoever holds it. */
export function encodeCursor(place: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** @throws Invalid for anything that is no place of this list. */
export function decodeCursor<S extends z.ZodType>(cursor: string, place: S): z.output<S> {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new Invalid("cursor: not one that a list returned. Start again without it.");
  }
}
