import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { chosenIn } from "./model-of.ts";
import { offeredModels } from "./offered-models.ts";

/** What an owner can choose from; of keys and addresses nothing. */
export interface ModelChoice {
  /** The first answers where nobody chose. */
  readonly models: readonly {
    readonly name: string;
    readonly provider: string;
    readonly modelId: string;
    readonly missing: string | null;
  }[];
  /** Null where nobody chose; it may be none of the models any more. */
  readonly chosen: string | null;
}

/** @throws Forbidden for anybody but an owner in person. */
export async function showModelChoice(actor: Actor): Promise<ModelChoice> {
  requireAdmin(actor);
  const chosen = await asActor(actor, chosenIn);
  const models = offeredModels().map(({ name, provider, modelId, missing }) => ({
    name,
    provider,
    modelId,
    missing,
  }));
  return { models, chosen };
}
