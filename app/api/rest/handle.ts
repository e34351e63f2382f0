import type { Actor } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import { actorOfRequest } from "#domain/auth/actor-of.ts";
import { callTool } from "#tools/call.ts";
import { type LimitState, takeFromLimit } from "#tools/rate-limit.ts";
import { problemOf } from "../problem.ts";
import { readInput } from "./input.ts";
import { limitHeaders } from "./limit-headers.ts";
import { type Match, matcherOf } from "./match.ts";
import { openApiDocument } from "./openapi.ts";
import { operations } from "./operations.ts";
import { statusOf } from "./status.ts";

export const REST_PATH = "/api/v1/";
const OPENAPI_PATH = "/api/v1/openapi.json";

/**
 * A request and its answer without the classes of the web standard, whose making takes longer than the
 * query of one SIM.
 */
export interface RestRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  /** The whole body. @throws TooLarge once it is longer than `maxBytes`. */
  readBody(maxBytes: number): Promise<string>;
}

export interface RestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const matchOperation = matcherOf(operations);

type OnLimit = (state: LimitState) => void;

/**
 * REST, `/api/v1/…`: finds the tool whose route this is, and calls it. The server calls it directly:
 * Next's routing would cost more than the query.
 */
export async function handleRest(request: RestRequest): Promise<RestReply> {
  let limit: LimitState | undefined;
  const onLimit: OnLimit = (state) => {
    limit = state;
  };
  const reply = await answer(request, onLimit).catch(problemOf);
  return { ...reply, headers: { ...reply.headers, ...limitHeaders(limit) } };
}

async function answer(request: RestRequest, onLimit: OnLimit): Promise<RestReply> {
  if (request.url.pathname === OPENAPI_PATH) return describeRest();
  const actor = await actorOfRequest(request.headers);
  const { match, idempotencyKey } = await readHead(actor, request, onLimit);
  const body = await callTool(actor, match.tool, () => readInput(request, match), {
    signal: request.signal,
    onLimit,
    origin: { idempotencyKey },
  });
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  const location = match.tool.effect === "read" ? match.tool.redirect?.(body) : null;
  if (location) return { status: 303, headers: { ...headers, location }, body };
  return { status: statusOf(match.tool), headers, body };
}

const MAX_KEY_CHARS = 200;

/** @throws Invalid */
function idempotencyKeyIn(headers: Headers): string | undefined {
  const key = headers.get("idempotency-key")?.trim();
  if (key === undefined) return undefined;
  if (key !== "" && key.length <= MAX_KEY_CHARS) return key;
  throw new Invalid(`Idempotency-Key: use 1 to ${MAX_KEY_CHARS} characters, such as a UUID.`);
}

/** What is wrong with a request before it is a call, such as its path, counts too. */
async function readHead(
  actor: Actor,
  { method, url, headers }: RestRequest,
  onLimit: OnLimit,
): Promise<{ match: Match; idempotencyKey: string | undefined }> {
  try {
    const match = matchOperation(method, url.pathname);
    return { match, idempotencyKey: idempotencyKeyIn(headers) };
  } catch (error) {
    await takeFromLimit(actor, "reads", onLimit);
    throw error;
  }
}

function describeRest(): RestReply {
  return {
    status: 200,
    headers: { "content-type": "application/json", "cache-control": "public, max-age=300" },
    body: openApiDocument(),
  };
}
