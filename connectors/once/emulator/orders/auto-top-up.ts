import type { Sim } from "../sims/sims.ts";
import type { World } from "../world.ts";
import { topUp } from "./top-up.ts";

/** What the provider buys by itself when a quota gets low. */
export function autoTopUp(world: World, sim: Sim): void {
  topUp(world, [sim], {
    client: "_provider",
    type: "TOPUP",
    kind: "auto_top_up",
    paymentMethod: "creditcard",
  });
}
