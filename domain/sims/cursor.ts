import { z } from "zod";
import { Invalid } from "#core/errors.ts";

const Position = z.object({ after: z.string().regex(/^\d{19}$/) });

/** An opaque place in a list ordered by ICCID. */
export function encodeCursor(after: string): string {
  return Buffer.from(JSON.stringify({ after })).toString("base64url");
}

/** @throws Invalid for anything that `encodeCursor` did not make. */
export function decodeCursor(cursor: string): string {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))).after;
  } catch {
    throw new Invalid("cursor: not one that a list returned. Start again without it.");
  }
}
