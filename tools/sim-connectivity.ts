import { z } from "zod";
import { Iccid } from "#domain/sims/sim.ts";
import { simConnectivity as connectivity, SimConnectivity } from "#domain/sims/sim-connectivity.ts";
import { defineTool } from "./define.ts";

export const simConnectivity = defineTool({
  name: "sim_connectivity",
  title: "Connection of a SIM right now",
  description:
    "Asks the provider how one SIM stands right now: online (has a data session), attached, offline or blocked; on which network, in which country, by which radio, since when; the monthly limits of the account and whether one holds it back; its newest network events and SMS. Slow, and not for many SIMs: what is recorded is in query_fleet.",
  input: z.object({ iccid: Iccid }),
  output: SimConnectivity,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sims/{iccid}/connectivity" },
  run: ({ actor, input, signal }) => connectivity(actor, input.iccid, { signal }),
});
