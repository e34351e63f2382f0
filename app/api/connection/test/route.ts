import { withActor } from "#app/api/door.ts";
import { testConnection } from "#domain/connections/test-connection.ts";

export const POST = withActor(async (_request, actor) =>
  Response.json(await testConnection(actor)),
);
