import type { Actor } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { requireAdmin } from "#domain/orgs/require-admin.ts";
import { writeSettings } from "#domain/orgs/write-settings.ts";
import { chosenIn } from "./model-of.ts";
import { offeredModels } from "./offered-models.ts";

/**
 * From the next question on, another model answers in the organisation.
 *
 * @throws Invalid where it is not configured; Forbidden for anybody but an owner in person.
 */
export async function chooseModel(actor: Actor, name: string): Promise<void> {
  requireAdmin(actor);
  requireUsable(name);
  await asActor(actor, async (sql) => {
    const before = await chosenIn(sql);
    const changed = { action: "organization.choose_model", before, after: name };
    await writeSettings(sql, actor, { model: name }, changed);
  });
}

function requireUsable(name: string): void {
  const model = offeredModels().find((offered) => offered.name === name);
  if (!model) throw new Invalid("model: this model is not configured here.");
  if (model.missing)
    throw new Invalid(`model: ${name} cannot be asked yet, ${model.missing} is missing.`);
}
