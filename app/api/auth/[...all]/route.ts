import { problem } from "#app/api/problem.ts";
import { handleAuthRequest } from "#domain/auth/handle-request.ts";

async function handle(request: Request): Promise<Response> {
  try {
    return await handleAuthRequest(request);
  } catch (error) {
    return problem(error);
  }
}

export const GET = handle;
export const POST = handle;
