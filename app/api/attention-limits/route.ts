import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { AttentionLimits } from "#domain/attention/attention-limits.ts";
import { setAttentionLimits } from "#domain/attention/set-attention-limits.ts";

export const PUT = withActor(async (request, actor) => {
  await setAttentionLimits(actor, await readBody(request, AttentionLimits));
  return new Response(null, { status: 204 });
});
