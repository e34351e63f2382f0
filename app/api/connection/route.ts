import { readBody } from "#app/api/body.ts";
import { withActor } from "#app/api/door.ts";
import { connect } from "#domain/connections/connect.ts";
import { Credentials } from "#domain/connections/credentials.ts";
import { disconnect } from "#domain/connections/disconnect.ts";
import { rotateCredentials } from "#domain/connections/rotate-credentials.ts";
import { showConnection } from "#domain/connections/show-connection.ts";

export const GET = withActor(async (_request, actor) =>
  Response.json(await showConnection(actor), { headers: { "cache-control": "no-store" } }),
);

export const POST = withActor(async (request, actor) => {
  await connect(actor, await readBody(request, Credentials));
  return new Response(null, { status: 201 });
});

export const PUT = withActor(async (request, actor) => {
  await rotateCredentials(actor, await readBody(request, Credentials));
  return new Response(null, { status: 204 });
});

export const DELETE = withActor(async (_request, actor) => {
  await disconnect(actor);
  return new Response(null, { status: 204 });
});
