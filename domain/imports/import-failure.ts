import { Conflict, Internal, Invalid, SimonError, TooLarge, Upstream } from "#core/errors.ts";

/** What stopped a run, and in `kept`, a sentence, what it leaves behind. */
export function importFailure(error: unknown, kept: string): SimonError {
  const because = { cause: error };
  if (error instanceof Conflict) return error;
  if (error instanceof Upstream)
    return new Upstream(`The database stopped answering. ${kept}`, because);
  if (error instanceof TooLarge) return new TooLarge(`${error.message} ${kept}`, because);
  if (error instanceof Invalid) return new Invalid(`${error.message} ${kept}`, because);
  if (error instanceof SimonError) {
    return new Internal(`Something went wrong on our side. ${kept}`, because);
  }
  return new Invalid(`The upload broke off. ${kept}`, because);
}
