import { randomUUID } from "node:crypto";
import { Internal, SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** RFC 9457 problem details. Only sentences of ours are in it. */
export function problemOf(error: unknown): Problem {
  const known = error instanceof SimonError ? error : unforeseen(error);
  const { retryAfterSeconds, ...details } = known.details;
  return {
    status: known.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
      ...(known.status === 401 ? { "www-authenticate": "Bearer" } : {}),
    },
    body: {
      type: "about:blank",
      title: titleOf(known.code),
      status: known.status,
      code: known.code,
      detail: known.message,
      ...details,
    },
  };
}

/** `not_found` → "Not found". Not from the class, whose name a bundle does not keep. */
function titleOf(code: string): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function problem(error: unknown): Response {
  const { status, headers, body } = problemOf(error);
  return Response.json(body, { status, headers });
}

function unforeseen(error: unknown): Internal {
  const id = randomUUID();
  log().error({ err: error, id }, "a request failed");
  return new Internal(`Something went wrong on our side. Quote ${id} when you ask for help.`, {
    cause: error,
    details: { id },
  });
}
