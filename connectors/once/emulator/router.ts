import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "#core/log.ts";
import { type Answer, answerTo, badInput, Refusal, type Version } from "./answer.ts";
import { clientOf, expireTokens, issueToken } from "./auth.ts";
import { readBody, send } from "./http.ts";
import { findRoute } from "./routes/table.ts";
import { sendSpoilt, strikesBefore, tooManyRequests } from "./spoil.ts";
import type { World } from "./world.ts";

export const BASE_PATH = "/management-api";
const TOKEN_PATH = "/oauth/token";

interface Request {
  readonly method: string;
  /** Below the base path. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly address: string;
  readonly origin: string;
  readonly body: string;
  readonly isLostInQueue: boolean;
}

interface Handled {
  readonly answer: Answer;
  readonly operation: string;
  readonly client: string | null;
}

/** One request to the API, from its body to its answer, with a fault where one strikes. */
export async function serveApi(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const method = request.method ?? "GET";
  const path = url.pathname.slice(BASE_PATH.length);
  const version: Version = path.startsWith("/v2/") ? 2 : 1;
  const body = await readBody(request);
  const fault = world.faults.draw(method, path);
  const { authorization } = request.headers;
  if (fault?.kind === "token_expired") expireTokens(world, authorization);
  const { answer, operation, client } =
    body === null || strikesBefore(fault)
      ? { answer: { status: 413 }, operation: operationOf(method, path), client: null }
      : handle(world, {
          method,
          path,
          query: url.searchParams,
          authorization,
          contentType: request.headers["content-type"],
          address: request.socket.remoteAddress ?? "",
          origin: url.origin,
          body,
          isLostInQueue: fault?.kind === "lost_in_queue",
        });
  const logCall = (status: number) =>
    world.calls.add({
      atMs: world.clock.nowMs(),
      ...{ method, path, operation, status, client, fault: fault?.kind ?? null },
    });
  if (fault === null) {
    logCall(answer.status);
    send(response, answer, world.clock.nowMs());
    return;
  }
  logCall(await sendSpoilt(world, response, fault, { answer, version }));
}

function handle(world: World, request: Request): Handled {
  const { method, path } = request;
  const operation = operationOf(method, path);
  if (path === TOKEN_PATH) {
    const answer = limited(world, "oauth", request.address) ?? issueToken(world, request);
    return { answer: method === "POST" ? answer : { status: 404 }, operation, client: null };
  }
  const client = clientOf(world, request.authorization);
  const found = findRoute(method, path);
  const refuse = (status: number): Handled => ({
    answer: { status },
    operation,
    client: client?.id ?? null,
  });
  if (!client) return refuse(401);
  if (client.role === "owner") return refuse(403);
  if (!found || (world.settings.v1Retired && path.startsWith("/v1/sims"))) return refuse(404);
  const { route, params } = found;
  const caller = route.group === "sims" ? "customer" : request.address;
  const { version } = route;
  const answer =
    limited(world, route.group, caller) ??
    inTransaction(world, version, () =>
      route.handler(world, {
        version,
        client: client.id,
        params,
        query: request.query,
        body: jsonOf(request.body, version),
        origin: request.origin,
        isLostInQueue: request.isLostInQueue,
      }),
    );
  return { answer, operation, client: client.id };
}

function operationOf(method: string, path: string): string {
  return `${method} ${findRoute(method, path)?.route.path ?? (path === TOKEN_PATH ? path : "?")}`;
}

function limited(
  world: World,
  group: Parameters<World["rates"]["take"]>[0],
  caller: string,
): Answer | null {
  const waitMs = world.rates.take(group, caller);
  return waitMs === 0 ? null : tooManyRequests(world, waitMs);
}

/** What the client is told was done is committed by then. */
function inTransaction(world: World, version: Version, work: () => Answer): Answer {
  try {
    return world.store.transaction(work);
  } catch (error) {
    if (error instanceof Refusal) return answerTo(error, version, world.settings.quirks);
    log().error({ err: error }, "the emulator failed at a call");
    return answerTo(new Refusal(500, "Internal Server Error"), version, world.settings.quirks);
  }
}

function jsonOf(body: string, version: Version): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    throw badInput(version, `The body is no JSON: ${String(error)}`.slice(0, 200));
  }
}
