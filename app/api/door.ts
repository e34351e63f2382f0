import type { Actor } from "#core/actor.ts";
import { actorOfRequest } from "#domain/auth/actor-of.ts";
import { problem } from "./problem.ts";

type Parameters = Record<string, string | string[]>;
type Handler<P extends Parameters> = (
  request: Request,
  actor: Actor,
  parameters: P,
) => Response | Promise<Response>;

/** A route handler for whoever is signed in or holds a key; every failure becomes problem+json. */
export function withActor<P extends Parameters = Parameters>(handler: Handler<P>) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      const actor = await actorOfRequest(request.headers);
      return await handler(request, actor, await context.params);
    } catch (error) {
      return problem(error);
    }
  };
}
