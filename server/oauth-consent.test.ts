// What a client finds, how it becomes known, and how it gets to the person's answer.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { database } from "#db/database.ts";
import { later, oauthDoor } from "./testing/oauth-door.ts";
import { decideOn, signedIn } from "./testing/oauth-person.ts";

const door = oauthDoor();

describe("what clients find", () => {
  it("a refusal says where to ask and for what; the addresses lead to the same documents", async () => {
    const { origin } = door.at;
    const refused = await door.raw("", undefined, "?readonly=1");
    const challenge = refused.headers.get("www-authenticate") ?? "";
    expect(refused.status).toBe(401);
    expect(challenge).toContain('scope="sims:read"');
    const [, metadata = ""] = /resource_metadata="([^"]+)"/.exec(challenge) ?? [];
    const { body: resource, response } = await door.get(new URL(metadata).pathname);
    expect(resource).toMatchObject({
      resource: `${origin}/api/mcp`,
      authorization_servers: [`${origin}/api/auth`],
    });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect((await door.get("/.well-known/oauth-protected-resource")).body).toEqual(resource);
    const { body: server } = await door.get("/.well-known/oauth-authorization-server/api/auth");
    expect(server).toMatchObject({
      issuer: `${origin}/api/auth`,
      code_challenge_methods_supported: ["S256"],
      client_id_metadata_document_supported: true,
    });
    expect((await door.get("/.well-known/oauth-authorization-server")).body).toEqual(server);
    const asked = { method: "OPTIONS", headers: { origin: "http://localhost:6274" } };
    for (const path of ["/api/auth/oauth2/token", "/api/mcp"]) {
      const { response: allowed } = await door.get(path, asked);
      expect(allowed.status).toBe(204);
      expect(allowed.headers.get("access-control-allow-origin")).toMatch(
        /^(\*|http:\/\/localhost:6274)$/,
      );
    }
    expect((await door.raw("sk_nonsense")).headers.get("www-authenticate")).toContain(
      "invalid_token",
    );
  });
});

describe("the way to the consent", () => {
  const CHALLENGE = createHash("sha256").update("v".repeat(50)).digest("base64url");
  /** Other files register too, in this process and minute: over the limit it waits. */
  const newlyRegistered = async (redirect_uris: string[]) => {
    for (;;) {
      const client = { redirect_uris, token_endpoint_auth_method: "none" };
      const { response, body } = await door.post("register", client);
      if (response.status === 201) return body;
      expect(response.status).toBe(429);
      await sleep(2_000);
    }
  };
  const authorize = (query: Record<string, string>, cookie = "") => {
    const all: Record<string, string> = {
      response_type: "code",
      code_challenge: CHALLENGE,
      code_challenge_method: "S256",
      ...query,
    };
    return door.get(`/api/auth/oauth2/authorize?${new URLSearchParams(all)}`, {
      headers: { cookie },
    });
  };
  const ledTo = ({ response }: { response: Response }) =>
    new URL(response.headers.get("location") ?? "", door.at.origin);

  it("leads to no address that was not registered, but to any port of this machine", async () => {
    const { client_id } = await newlyRegistered(["http://127.0.0.1/cb"]);
    for (const redirect_uri of [
      "https://evil.example/cb",
      "http://127.0.0.1/other",
      "http://127.0.0.1@evil.example/cb",
    ]) {
      const to = ledTo(await authorize({ client_id, redirect_uri }));
      expect(`${to.origin}${to.pathname}`).toBe(`${door.at.origin}/oauth/consent`);
      expect(to.searchParams.get("error")).toMatch(/^invalid_re/);
    }
    const to = ledTo(await authorize({ client_id, redirect_uri: "http://127.0.0.1:51234/cb" }));
    expect(to.searchParams.get("sig")).toBeTruthy();
    expect(
      ledTo(await authorize({ client_id: "nobody", redirect_uri: "http://127.0.0.1/cb" })).pathname,
    ).toBe("/oauth/consent");
  });

  it("wants a challenge by S256", async () => {
    const redirect_uri = "http://localhost/cb";
    const { client_id } = await newlyRegistered([redirect_uri]);
    for (const wrong of [{ code_challenge: "" }, { code_challenge_method: "plain" }] as Record<
      string,
      string
    >[]) {
      const to = ledTo(await authorize({ client_id, redirect_uri, ...wrong }));
      expect(to.searchParams.get("error")).toBe("invalid_request");
    }
  });

  it("believes no query that was altered, and a person may say no", async () => {
    const { owner, ours } = door.at;
    const organizationId = ours.id;
    const redirect_uri = "http://localhost/cb";
    const { client_id } = await newlyRegistered([redirect_uri]);
    const cookie = await signedIn(owner.name);
    const query = { client_id, redirect_uri, scope: "sims:read", state: "s" };
    const page = ledTo(await authorize(query, cookie)).searchParams;
    const altered = new URLSearchParams(page);
    altered.set("scope", "sims:read sims:write");
    await expect(decideOn(altered, cookie, { organizationId })).rejects.toThrow("expired");
    await expect(decideOn(page, cookie, { organizationId: "another" })).rejects.toThrow(
      "not a member",
    );
    await expect(decideOn(page, cookie, { organizationId, scopes: [] })).rejects.toThrow(
      "at least one",
    );
    const answer = await decideOn(page, cookie, { organizationId, isAllowed: false });
    expect(Object.fromEntries(answer.searchParams)).toMatchObject({
      error: "access_denied",
      state: "s",
    });
    later(11 * 60_000);
    await expect(decideOn(page, cookie, { organizationId })).rejects.toThrow("expired");
  });

  it("registers what programs really send, keeps what it was told, and forgets who was never let in", async () => {
    const cursor = [
      "cursor://anysphere.cursor-mcp/oauth/callback",
      "https://www.cursor.com/agents/mcp/oauth/callback",
      "http://localhost:8787/callback",
    ];
    const made = await newlyRegistered(cursor);
    expect(made.redirect_uris).toEqual(cursor);
    const [redirect_uri = ""] = cursor;
    const to = ledTo(await authorize({ client_id: made.client_id, redirect_uri }));
    expect(to.searchParams.get("sig")).toBeTruthy();
    const web = await door.post("register", {
      redirect_uris: ["https://claude.ai/api/mcp/auth_callback"],
      scope: "openid email",
      grant_types: ["authorization_code", "client_credentials"],
    });
    expect(web.body).toMatchObject({
      application_type: "web",
      grant_types: ["authorization_code"],
    });
    expect(web.body.client_secret).toBeTruthy();
    for (const uri of ["javascript:alert(1)", "http://evil.example/cb", "other://x/cb"]) {
      expect((await door.post("register", { redirect_uris: [uri] })).response.status).toBe(400);
    }
    const { sql } = await database();
    await sql`
      insert into public."oauthClient" (id, "clientId", "redirectUris", "createdAt")
      select 'old-' || n, 'old-' || n, '[]', now() - interval '1 day' from generate_series(1, 1005) as n`;
    await newlyRegistered(["http://localhost/cb"]);
    const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
      select count(*)::int as count from public."oauthClient" where "clientId" like 'old-%'`;
    expect(count).toBeLessThan(1000);
  }, 90_000);

  it("takes a client's word from the document at its address, if it is its own", async () => {
    const { origin, ours } = door.at;
    const organizationId = ours.id;
    let says: Record<string, unknown> = {};
    const host = createServer((_request, response) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(says)),
    );
    await new Promise<void>((done) => host.listen(0, "127.0.0.1", done));
    const at = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const redirect_uri = "http://127.0.0.1:3334/cb";
    const client_id = `${at}/client.json`;
    const asked = { client_id, redirect_uri };
    overrideConfig({ PORT: new URL(origin).port, SIMON_LOOPBACK_PROVIDER: "1" });
    const document = { client_id, client_name: "Document", redirect_uris: [redirect_uri] };
    for (const wrong of [
      { ...document, client_id: `${at}/other.json` },
      { ...document, client_secret: "s" },
      { ...document, redirect_uris: [] },
    ]) {
      says = wrong;
      expect((await authorize(asked)).response.status).toBe(400);
    }
    says = document;
    const person = await door.newMember();
    const cookie = await signedIn(person.name);
    const page = ledTo(await authorize(asked, cookie)).searchParams;
    await decideOn(page, cookie, { organizationId });
    expect(await door.connectionOf(person)).toMatchObject({
      name: "Document",
      documentHost: new URL(at).host,
    });
    host.close();
  });
});
