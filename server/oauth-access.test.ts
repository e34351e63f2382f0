// What a token is worth: never more than the person, the consent and the token itself allow at that moment.
import { expect, it } from "vitest";
import { database } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { mcpActorOf } from "#domain/auth/actor-of.ts";
import { handleAuthRequest } from "#domain/auth/handle-request.ts";
import { baseUrl } from "#domain/auth/origins.ts";
import { redeemReset } from "#domain/auth/redeem-reset.ts";
import { browserRequest, PASSWORD } from "#domain/auth/testing.ts";
import { listConnectedClients } from "#domain/connected-clients/list-connected-clients.ts";
import { revokeConnectedClient } from "#domain/connected-clients/revoke-connected-client.ts";
import { trustClient } from "#domain/connected-clients/trust-client.ts";
import { changeRole } from "#domain/orgs/change-role.ts";
import { removeMember } from "#domain/orgs/remove-member.ts";
import { resetPasswordLink } from "#domain/orgs/reset-password-link.ts";
import { Kept, REDIRECT } from "./testing/kept-client.ts";
import { textOf } from "./testing/mcp.ts";
import {
  GENERATIONS,
  later,
  OURS,
  oauthDoor,
  type Person,
  scopesIn,
} from "./testing/oauth-door.ts";
import { decideOn, openConsent, signedIn } from "./testing/oauth-person.ts";

const door = oauthDoor();

const CHANGE = {
  method: "tools/call",
  params: { name: "set_sim_status", arguments: { iccids: [OURS], status: "suspended" } },
};

it("asks again for what a call needs more, and is refused only what the person's role has not", async () => {
  const { owner } = door.at;
  const operator = await door.newMember("operator");
  const kept = new Kept();
  const client = await door.letIn(kept, { by: operator, scopes: ["sims:read"] });
  expect(scopesIn(kept.accessToken)).toEqual(["sims:read", "offline_access"]);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).not.toContain("set_sim_status");
  const refused = await door.raw(kept.accessToken, CHANGE);
  expect(refused.status).toBe(403);
  expect(refused.headers.get("www-authenticate")).toMatch(
    /^Bearer error="insufficient_scope", scope="sims:read sims:write", resource_metadata="http/,
  );
  const change = { name: "set_sim_status", arguments: CHANGE.params.arguments };
  await expect(client.callTool(change)).rejects.toThrow();
  await door.finish(kept, operator, client.transport as never);
  expect(textOf(await client.callTool(change))).toContain("Nothing has been done yet");
  const log = await asActor(
    owner,
    (sql) => sql`select actor as name from store.audit_logs where action = 'change.propose'`,
  );
  expect(log).toEqual([{ name: `${operator.name} by Test assistant` }]);

  expect((await door.raw(kept.accessToken, CHANGE, "?readonly=1")).status).toBe(200);
  await changeRole(owner, operator.userId, "viewer");
  const smaller = await door.raw(kept.accessToken, CHANGE);
  expect(smaller.status).toBe(200);
  expect(await smaller.text()).toContain("permission");
  await removeMember(owner, operator.userId);
  expect((await door.raw(kept.accessToken)).status).toBe(401);
  expect((await refreshed(kept)).body).toMatchObject({ error: "invalid_grant" });
});

it("a token that has expired, is for something else, was taken back before, or was altered is none", async () => {
  const { origin, owner, ours } = door.at;
  const organizationId = ours.id;
  const kept = new Kept();
  const person = await door.newMember();
  await door.letIn(kept, { by: person });
  const { accessToken } = kept;
  expect((await door.raw(accessToken)).status).toBe(200);
  const [head, claims, signature] = accessToken.split(".");
  expect((await door.raw(`${head}.${claims}x.${signature}`)).status).toBe(401);
  const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString("base64url");
  expect((await door.raw(`${unsigned}.${claims}.`)).status).toBe(401);
  expect((await door.get("/api/auth/oauth2/token", { method: "GET" })).response.status).toBe(405);

  later(5_000);
  await revokeConnectedClient(owner, (await door.connectionOf(person)).id);
  const again = GENERATIONS.second.transport(new URL(`${origin}/api/mcp`), kept);
  await door.finish(kept, person, again);
  expect((await door.raw(accessToken)).status).toBe(401);
  expect((await door.raw(kept.accessToken)).status).toBe(200);

  const { sql } = await database();
  await sql`insert into public."oauthResource" (id, identifier, name) values ('o', 'https://other.example/', 'o')`;
  const elsewhere = new URL(kept.sentTo ?? "");
  elsewhere.searchParams.set("resource", "https://other.example/");
  const other = new Kept();
  Object.assign(other, { sentTo: elsewhere });
  other.saveClientInformation(kept.clientInformation());
  other.saveCodeVerifier(kept.codeVerifier());
  const cookie = await signedIn(owner.name);
  const answer = await decideOn(await openConsent(elsewhere, cookie), cookie, { organizationId });
  const { body } = await door.post(
    "token",
    new URLSearchParams({
      grant_type: "authorization_code",
      client_id: kept.clientId,
      code: answer.searchParams.get("code") ?? "",
      code_verifier: kept.codeVerifier(),
      redirect_uri: REDIRECT,
    }),
  );
  expect((await door.raw(body.access_token)).status).toBe(401);
  later(2 * 3_600_000);
  expect((await door.raw(kept.accessToken)).status).toBe(401);
});

it("an owner says which client is trusted, and what happened stands in the audit log", async () => {
  const { owner } = door.at;
  const kept = new Kept();
  const person = await door.newMember();
  await door.letIn(kept, { by: person });
  const { id } = await door.connectionOf(person);
  const analyst = await door.newMember("analyst");
  await expect(trustClient(analyst, id, true)).rejects.toThrow("owner");
  await expect(revokeConnectedClient(analyst, id)).rejects.toThrow("not connected");
  expect(await listConnectedClients(analyst)).toEqual([]);
  await trustClient(owner, id, true);
  const { mcpClient } = await mcpActorOf(
    new Headers({ authorization: `Bearer ${kept.accessToken}` }),
  );
  expect(mcpClient).toEqual({ id: kept.clientId, name: "Test assistant", isTrusted: true });
  await revokeConnectedClient(owner, id);
  const log = await asActor(
    owner,
    (sql) => sql`
      select action from store.audit_logs
       where resource_type = 'mcp_client' and resource_id = ${kept.clientId} order by id`,
  );
  const actions = ["mcp_client.granted", "mcp_client.trusted", "mcp_client.revoked"];
  expect(log.map(({ action }) => action)).toEqual(actions);
});

it.each([
  [
    "by a link",
    async (owner: Person, { userId }: Person) => {
      const { path } = await resetPasswordLink(owner, userId);
      await redeemReset(path.replace("/reset/", ""), "another password");
    },
  ],
  [
    "in the account page",
    async (_owner: Person, { name }: Person) => {
      const body = { currentPassword: PASSWORD, newPassword: "another password" };
      const origin = baseUrl();
      const cookie = await signedIn(name);
      await handleAuthRequest(
        browserRequest("/api/auth/change-password", { body, cookie, origin }),
      );
    },
  ],
])("ends with a new password, set %s", async (_how, setPassword) => {
  const { owner } = door.at;
  const kept = new Kept();
  const person = await door.newMember();
  await door.letIn(kept, { by: person });
  expect((await door.raw(kept.accessToken)).status).toBe(200);
  await setPassword(owner, person);
  expect((await door.raw(kept.accessToken)).status).toBe(401);
  expect((await refreshed(kept)).body).toMatchObject({ error: "invalid_grant" });
});

function refreshed({ clientId, refreshToken }: Kept) {
  const asked = { grant_type: "refresh_token", client_id: clientId, refresh_token: refreshToken };
  return door.post("token", new URLSearchParams(asked));
}
