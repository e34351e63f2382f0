import { createHash } from "node:crypto";
import { Invalid } from "#core/errors.ts";

const MAX_NAME_LENGTH = 100;

/** @throws Invalid */
export function toOrganizationName(text: string): string {
  const name = text.trim();
  if (!name) throw new Invalid("An organisation needs a name.");
  if (name.length > MAX_NAME_LENGTH) {
    throw new Invalid(
      `The organisation's name is too long: use at most ${MAX_NAME_LENGTH} characters.`,
    );
  }
  return name;
}

/** One slug per name as we compare names, so that the column's uniqueness is the name's too. */
export function slugOf(name: string): string {
  const key = name.toLowerCase();
  const readable = key.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${readable}-${createHash("sha256").update(key).digest("hex").slice(0, 12)}`;
}
