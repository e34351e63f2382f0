import { z } from "zod";
import { poolQuotas as pool } from "#domain/analysis/pool-quotas.ts";
import { PooledQuota } from "#domain/analysis/quota-advice.ts";
import { defineTool } from "./define.ts";

export const poolQuotas = defineTool({
  name: "pool_quotas",
  title: "Quotas of a customer, pooled",
  description:
    "What one customer's SIMs need together on a shared data volume, against each on its own: volume, the cheapest mix of plans and its saving a month; and the advice on its single SIMs, counted, with the largest savings.",
  input: z.object({ customer: z.string().trim().min(1).max(200) }),
  output: PooledQuota,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/ai/quota-pool" },
  run: ({ actor, input }) => pool(actor, input.customer),
});
