import { NotFound } from "#core/errors.ts";
import { receiveRecords } from "#domain/connections/stream/receive-records.ts";
import { streamActor } from "#domain/connections/stream/stream-actor.ts";
import { STREAM_PATH } from "#domain/connections/stream/stream-address.ts";
import { problemOf } from "../problem.ts";
import type { RestReply, RestRequest } from "../rest/handle.ts";

/** 3,000 records of the larger form, and as much again. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;
const RETRY_AFTER_SECONDS = "5";

/** What a provider pushes to a connection: 200 once all of it is stored, and not before. */
export async function handleStream(request: RestRequest): Promise<RestReply> {
  return answer(request).catch((error) => {
    const problem = problemOf(error);
    const { status, headers } = problem;
    if (status === 503)
      return { ...problem, headers: { ...headers, "retry-after": RETRY_AFTER_SECONDS } };
    if (status !== 401) return problem;
    return { ...problem, headers: { ...headers, "www-authenticate": 'Basic realm="stream"' } };
  });
}

async function answer({ method, url, headers, readBody }: RestRequest): Promise<RestReply> {
  if (method !== "POST") throw new NotFound("Records are pushed here with POST.");
  const address = url.pathname.slice(STREAM_PATH.length);
  const { actor, connectionId } = await streamActor(address, headers.get("authorization"));
  const received = await receiveRecords(actor, connectionId, await readBody(MAX_BODY_BYTES));
  return {
    status: 200,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: received,
  };
}
