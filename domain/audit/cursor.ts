import { z } from "zod";
import { Invalid } from "#core/errors.ts";

/** A row's place in a list by time: the instant in microseconds, and the id for rows of one instant. */
const Place = z.object({ at: z.iso.datetime(), id: z.int().positive() });
export type Place = z.infer<typeof Place>;

export function encodeCursor({ at, id }: Place): string {
  return Buffer.from(JSON.stringify({ at, id })).toString("base64url");
}

/** @throws Invalid for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string): Place {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new Invalid("cursor: not one that a list returned. Start again without it.");
  }
}
