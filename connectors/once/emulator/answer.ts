export type Version = 1 | 2;

/** What goes back to the client. `text` is sent as it is, `json` as JSON, neither as an empty body. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
  readonly contentType?: string;
}

/** One call of the API that passed authentication and limits. */
export interface Call {
  readonly version: Version;
  readonly client: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The address that the client used, without a path. */
  readonly origin: string;
  /** Where a fault makes accepted work never happen. */
  readonly isLostInQueue: boolean;
}

/** A refusal. How it looks depends on the API's version. */
export class Refusal extends Error {
  readonly status: number;
  /** `versioned`: as its version does; `message`: the one of top-ups; `empty`: nothing. */
  readonly shape: "versioned" | "message" | "empty";

  constructor(status: number, message: string, shape: Refusal["shape"] = "versioned") {
    super(message);
    this.name = "Refusal";
    this.status = status;
    this.shape = shape;
  }
}

const TOKENS: Readonly<Record<number, string>> = {
  400: "BadRequest",
  404: "NotFound",
  409: "Conflict",
  500: "InternalServerError",
};

/** v1 answers with empty bodies; v2 with its envelope, where its document has one. */
export function answerTo(refusal: Refusal, version: Version, quirks: boolean): Answer {
  const { status, message, shape } = refusal;
  if (shape === "message") return { status, json: { message } };
  const token = TOKENS[status];
  if (version === 2 && shape === "versioned" && token) {
    return { status, json: { error_code: 1000, error_token: token, message } };
  }
  if (version === 1 && status === 422 && quirks) return { status, text: message };
  return { status };
}

export function notFound(): Refusal {
  return new Refusal(404, "Element not found");
}

/** Input that makes no sense: 422 in v1, 400 in v2. */
export function badInput(version: Version, message: string): Refusal {
  return new Refusal(version === 1 ? 422 : 400, message);
}

/** What the SIM's state forbids: 422 in v1, 409 in v2. */
export function conflict(version: Version, message: string): Refusal {
  return new Refusal(version === 1 ? 422 : 409, message);
}
