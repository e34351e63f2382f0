import { z } from "zod";
import { fleetNow } from "#core/clock.ts";
import { toDay } from "#core/day.ts";
import { getSim as get, SimDetail } from "#domain/sims/get-sim.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { defineTool } from "./define.ts";

export const getSim = defineTool({
  name: "get_sim",
  title: "Get a SIM",
  description:
    "One SIM by its ICCID: identity, status, network, plan, quotas (bytes, messages), last usage, bytes of the last 30 days, open alerts, number of open tickets.",
  input: z.object({ iccid: Iccid }),
  output: SimDetail,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sims/{iccid}" },
  run: ({ actor, input }) => get(actor, input.iccid, toDay(fleetNow())),
});
