import { problem } from "#app/api/problem.ts";
import { scrape } from "#domain/metrics/scrape.ts";

/** What Prometheus reads of this process. */
export async function GET(request: Request): Promise<Response> {
  try {
    const { contentType, text } = await scrape(request.headers.get("authorization"));
    const headers = { "content-type": contentType, "cache-control": "no-store" };
    return new Response(text, { headers });
  } catch (error) {
    return problem(error);
  }
}
