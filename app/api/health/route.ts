import { pingDatabase } from "#domain/health/ping-database.ts";

/** 200 when we can serve, 503 when the database does not answer. Says nothing about the data. */
export async function GET(): Promise<Response> {
  const database = await pingDatabase();
  return Response.json(
    { status: database ? "ok" : "unavailable", database: database ? "ok" : "not answering" },
    { status: database ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
