// The official suite against our server, as `npm run conformance` runs it.
import type { Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { createApiKey } from "#domain/orgs/create-api-key.ts";
import { createWebServer, listen } from "#server/http.ts";
import { serveMcp } from "#server/mcp.ts";
import { startCredentialProxy } from "./credential-proxy.ts";
import { REQUIREMENT_SETS, runSuite } from "./suite.ts";

let server: Server;
let proxy: Awaited<ReturnType<typeof startCredentialProxy>>;

beforeAll(async () => {
  const owner = await newMember(await newOrganization(), "owner");
  const { key } = await createApiKey(owner, {
    name: "suite",
    scopes: ["sims:read", "sims:write"],
    limits: { readsPerMinute: 10_000, effectsPerMinute: 10_000 },
  });
  server = createWebServer(() => serveMcp);
  const origin = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  proxy = await startCredentialProxy(origin, key);
});
afterAll(() => {
  proxy.close();
  server.close();
});

it.concurrent.each(REQUIREMENT_SETS)(
  "keeps all that %s requires, fixtures of the suite aside",
  async (set) => {
    expect(await runSuite(`${proxy.origin}/api/mcp`, set)).toMatchObject({
      isPassed: true,
      report: expect.stringContaining("all failures are expected"),
    });
  },
);
