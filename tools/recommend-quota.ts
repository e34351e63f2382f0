import { z } from "zod";
import { adviseSim } from "#domain/analysis/advise-sim.ts";
import { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { defineTool } from "./define.ts";

export const recommendQuota = defineTool({
  name: "recommend_quota",
  title: "Quota advice for a SIM",
  description:
    "Which rate plan or top-up carries what one SIM may use in 30 days for the least money: upgrade, downgrade, keep or top up, what that saves or costs a month, the risk of running out before and after, and every plan compared. For a customer's SIMs together use pool_quotas; to list advice on many SIMs use query_fleet.",
  input: z.object({ iccid: Iccid }),
  output: QuotaAdvice,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/ai/sims/{iccid}/quota-recommendation" },
  run: ({ actor, input }) => adviseSim(actor, input.iccid),
});
