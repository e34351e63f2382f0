import { withActor } from "#app/api/door.ts";
import { listNotifications } from "#domain/notifications/list-notifications.ts";

export const GET = withActor(async (_request, actor) =>
  Response.json(await listNotifications(actor), { headers: { "cache-control": "no-store" } }),
);
