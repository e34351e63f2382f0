import {
  Conflict,
  Forbidden,
  Internal,
  Invalid,
  Limited,
  SimonError,
  Upstream,
} from "#core/errors.ts";

const LOST_CONNECTION =
  /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|08\w{3})$/;

export function isLostConnection(error: unknown): boolean {
  return LOST_CONNECTION.test(codeOf(error));
}

/** Deadlock, serialization, lock or statement time-out, and a server that is out of something. */
const PASSING = /^(40001|40P01|55P03|57014|53\w{3})$/;

/** Whether the same may well succeed a moment later: also of an error that was translated already. */
export function isPassing(error: unknown): boolean {
  const origin = originOf(error);
  return isLostConnection(origin) || PASSING.test(codeOf(origin));
}

/** The unique constraint or index that a statement ran into, where that is why it failed. */
export function violatedKey(error: unknown): string | null {
  const origin = originOf(error);
  if (codeOf(origin) !== "23505") return null;
  return (origin as { constraint_name?: string }).constraint_name ?? "";
}

function originOf(error: unknown): unknown {
  return error instanceof SimonError ? error.cause : error;
}

/** What a caller may see of a failed statement: a sentence of ours, with the driver's error as cause. */
export function fromDatabaseError(error: unknown): SimonError {
  if (error instanceof SimonError) return error;
  const code = codeOf(error);
  if (isLostConnection(error)) {
    return new Upstream(
      "The database did not answer. Nothing was changed. Try again in a moment.",
      {
        cause: error,
      },
    );
  }
  switch (code) {
    case "57014":
      return new Limited(
        "This took too long and was stopped. Ask for a shorter period or fewer SIMs.",
        {
          cause: error,
        },
      );
    case "40001":
    case "40P01":
    case "55P03":
      return new Conflict(
        "The same rows were being changed at that moment. Nothing was changed. Try again.",
        { cause: error },
      );
    case "25006":
    case "42501":
      return new Forbidden("The database refused this: it is outside what you may see or change.", {
        cause: error,
      });
    case "23505":
      return new Conflict("This exists already.", { cause: error });
    case "23503":
      return new Invalid("This refers to something that does not exist, or that is still in use.", {
        cause: error,
      });
    case "22023":
    case "23502":
    case "22P02":
    case "22021": // a NUL character, for one
    case "22003":
    case "22007":
    case "22008":
    case "23514":
      return new Invalid("A value is not of the right form or out of range.", { cause: error });
    default:
      return new Internal("Something went wrong on our side. Nothing was changed.", {
        cause: error,
      });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
