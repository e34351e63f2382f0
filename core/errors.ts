/**
 * The only failures that cross a room's wall. `message` is a sentence that we wrote for the person
 * who gets it; a driver's or a provider's text goes into `cause` and the log, never into `message`.
 */
export abstract class SimonError extends Error {
  abstract readonly code: string;
  /** HTTP status that the REST door answers with. */
  abstract readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    message: string,
    options: { cause?: unknown; details?: Record<string, unknown> } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.details = options.details ?? {};
  }
}

export class NotFound extends SimonError {
  readonly code = "not_found";
  readonly status = 404;
}

/** Bad input. `details.issues` lists `{ path, message }` where there is more than one. */
export class Invalid extends SimonError {
  readonly code = "invalid";
  readonly status = 400;
}

/** No valid session or key. */
export class Unauthenticated extends SimonError {
  readonly code = "unauthenticated";
  readonly status = 401;
}

export class Forbidden extends SimonError {
  readonly code = "forbidden";
  readonly status = 403;
}

export class Conflict extends SimonError {
  readonly code = "conflict";
  readonly status = 409;
}

/** The effect is previewed and waits for a person. */
export class NeedsApproval extends SimonError {
  readonly code = "needs_approval";
  readonly status = 202;
}

/** Too many calls or too much data. `details.retryAfterSeconds` where waiting helps. */
export class Limited extends SimonError {
  readonly code = "limited";
  readonly status: number = 429;
}

export class TooLarge extends Limited {
  override readonly status = 413;
}

/** Something outside our walls, or the database, did not answer. Trying again may help. */
export class Upstream extends SimonError {
  readonly code = "upstream";
  readonly status = 503;
}

export class Internal extends SimonError {
  readonly code = "internal";
  readonly status = 500;
}
