import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { ChangeRules, getChangeRules, setChangeRules } from "#domain/changes/rules.ts";

export const GET = withActor(async (_request, actor) =>
  Response.json(await getChangeRules(actor), { headers: { "cache-control": "no-store" } }),
);

export const PUT = withActor(async (request, actor) =>
  Response.json(await setChangeRules(actor, await readBody(request, ChangeRules))),
);
