import { withActor } from "#app/api/door.ts";
import { testConnection } from "#domain/connected-clients/test-connection.ts";

export const POST = withActor(async (request, actor) =>
  Response.json(await testConnection(actor, request.headers)),
);
