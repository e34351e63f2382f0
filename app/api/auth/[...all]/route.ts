import { problem } from "#app/api/problem.ts";
import { readText } from "#app/api/read-text.ts";
import { handleAuthRequest } from "#domain/auth/handle-request.ts";

/** Anybody may send one. */
const MAX_BODY_BYTES = 16 * 1024;

async function handle(request: Request): Promise<Response> {
  try {
    return await handleAuthRequest(await bounded(request));
  } catch (error) {
    return problem(error);
  }
}

/** The sign-in library reads the whole body, however long it is. */
async function bounded(request: Request): Promise<Request> {
  if (!request.body) return request;
  const { url, method, headers } = request;
  return new Request(url, { method, headers, body: await readText(request, MAX_BODY_BYTES) });
}

export const GET = handle;
export const POST = handle;
