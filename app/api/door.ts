import type { Actor } from "#core/actor.ts";
import { actorOfRequest } from "#domain/auth/actor-of.ts";
import { type Counted, takeFromLimit } from "#tools/rate-limit.ts";
import { problem } from "./problem.ts";

type Parameters = Record<string, string | string[]>;
type Handler<P extends Parameters> = (
  request: Request,
  actor: Actor,
  parameters: P,
) => Response | Promise<Response>;

/**
 * A route handler for whoever is signed in or holds a key; every failure becomes problem+json. A request
 * counts in the caller's limits as a call of a tool does: as an effect unless it only reads, or `counted`
 * says else.
 */
export function withActor<P extends Parameters = Parameters>(
  handler: Handler<P>,
  { counted }: { readonly counted?: Counted } = {},
) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      const actor = await actorOfRequest(request.headers);
      await takeFromLimit(actor, counted ?? (request.method === "GET" ? "reads" : "effects"));
      return await handler(request, actor, await context.params);
    } catch (error) {
      return problem(error);
    }
  };
}
