import { NotFound } from "#core/errors.ts";

/** What a one-time link offers, or null when it does not work (any more). */
export async function openLink<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
