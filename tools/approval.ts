import type { Actor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import type { Tool } from "./define.ts";

/**
 * Effects so far are on one named SIM, asked for over REST or the command line by someone who may
 * write: that request is the person's own decision. A model's wish is not: it never gets past here.
 */
export async function requireApproval(actor: Actor, tool: Tool): Promise<void> {
  if (actor.kind === "apiKey" || actor.kind === "system" || actor.kind === "user") return;
  throw new Forbidden(`${tool.title} cannot be started from here.`);
}
