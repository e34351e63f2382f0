import { z } from "zod";
import { SyncStatus, syncStatus as status } from "#domain/sync/status/sync-status.ts";
import { defineTool } from "./define.ts";

export const syncStatus = defineTool({
  name: "sync_status",
  title: "Synchronisation",
  description:
    "How old the data is, by kind (list of SIMs, quotas, usage, events, prices): from when, where it came from (provider, streamer, import), whether that is older than it should be, when the next run is; the last runs with what they did, the calls they took and the errors; how many differences and conflicts there are; what top-ups cost by the provider's orders.",
  input: z.object({}),
  output: SyncStatus,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/sync/status" },
  run: ({ actor }) => status(actor),
});
