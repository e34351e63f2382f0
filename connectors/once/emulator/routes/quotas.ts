import { type Answer, type Call, notFound } from "../answer.ts";
import { quotaJsonV1, quotaJsonV2 } from "../quotas/quota-json.ts";
import { isNone, quotaOf, type Service } from "../quotas/quotas.ts";
import { requireSim } from "../sims/sims.ts";
import type { World } from "../world.ts";

export function getQuota(service: Service) {
  return (world: World, { params, version }: Call): Answer => {
    const quota = quotaOf(world, requireSim(world, params.iccid ?? ""), service);
    if (isNone(quota)) throw notFound();
    const { quirks } = world.settings;
    const json =
      version === 1 ? quotaJsonV1(quota, quirks) : quotaJsonV2(quota, world.clock.nowMs());
    return { status: 200, json };
  };
}
