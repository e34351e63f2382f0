import { SimonError } from "#core/errors.ts";

/** For `sql.unsafe`: by the extended protocol, as the free-SQL tool runs a statement. */
export const EXTENDED = { prepare: false, simple: false };

/** The SQLSTATE with which the database refused, behind the sentence that a person would get. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    const cause = error instanceof SimonError ? error.cause : error;
    if (cause instanceof Error && "code" in cause) return String(cause.code);
    throw error;
  }
  return "not refused";
}
