import { describe, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { forgetProcessWide } from "#core/process-state.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { connect } from "./connect.ts";
import { connectionIn } from "./connection.ts";
import { openSecret } from "./credential-key.ts";
import { disconnect } from "./disconnect.ts";
import { rotateCredentials } from "./rotate-credentials.ts";
import { renewStream } from "./stream/renew-stream.ts";

const SECRET = "s3cret-of-the-client";
const GIVEN = { client_id: "client-1", client_secret: SECRET };

async function stored(actor: Actor) {
  const connection = await asActor(actor, (sql) => connectionIn(sql));
  if (!connection) throw new Error("not connected");
  return connection;
}

const placeOf = (row: Awaited<ReturnType<typeof stored>>) => ({
  organizationId: row.organization_id,
  connectionId: row.id,
  baseUrl: row.base_url,
  clientId: row.client_id,
});

describe("a connection", () => {
  it("keeps its secret sealed, for its own row only", async () => {
    const [ours, theirs] = [testActor(), testActor()];
    await connect(ours, GIVEN);
    await connect(theirs, GIVEN);
    const [row, other] = [await stored(ours), await stored(theirs)];
    expect(await openSecret(row.secret, placeOf(row))).toBe(SECRET);
    expect(await openSecret(row.secret, placeOf(other))).toBeNull();
    const elsewhere = { ...placeOf(row), baseUrl: "https://evil.example" };
    expect(await openSecret(row.secret, elsewhere)).toBeNull();
  });

  it("leaves no secret in the database, neither in rows nor in the audit log", async () => {
    const actor = testActor();
    await connect(actor, GIVEN);
    const { password } = await renewStream(actor);
    await rotateCredentials(actor, { client_id: "client-2", client_secret: `${SECRET}-2` });
    const rows = await asActor(
      actor,
      (sql) => sql`
        select encode(convert_to(c::text, 'UTF8'), 'escape') as text from store.connections c
        union all select l::text from fleet.audit_logs l`,
    );
    const text = JSON.stringify(rows);
    const hex = Buffer.from(SECRET).toString("hex");
    for (const secret of [SECRET, hex, password]) expect(text).not.toContain(secret);
    expect(text).toContain("client-2");
  });

  it("cannot be opened with another installation's secret", async () => {
    const actor = testActor();
    await connect(actor, GIVEN);
    const row = await stored(actor);
    overrideConfig({ SIMON_SECRET: "x".repeat(40) });
    try {
      expect(await openSecret(row.secret, placeOf(row))).toBeNull();
    } finally {
      overrideConfig({});
      forgetProcessWide("audit-key");
    }
  });

  it("is one at a time; after a disconnection there may be another", async () => {
    const actor = testActor();
    await connect(actor, GIVEN);
    await expect(connect(actor, GIVEN)).rejects.toMatchObject({ code: "conflict" });
    await disconnect(actor);
    await expect(disconnect(actor)).rejects.toMatchObject({ code: "not_found" });
    await expect(rotateCredentials(actor, GIVEN)).rejects.toMatchObject({ code: "not_found" });
    await expect(renewStream(actor)).rejects.toMatchObject({ code: "not_found" });
    await connect(actor, GIVEN);
    const rows = await asActor(
      actor,
      (sql) => sql`select state, secret is null as forgotten from store.connections order by state`,
    );
    expect(rows).toEqual([
      { state: "connected", forgotten: false },
      { state: "disconnected", forgotten: true },
    ]);
  });

  it.each([
    ["viewer", "user"],
    ["operator", "user"],
    ["owner", "apiKey"],
  ] as const)("is not for a %s (%s), and the attempt is recorded", async (role, kind) => {
    const organizationId = testActor().organizationId;
    const person = testActor({ role, organizationId });
    const actor: Actor =
      kind === "user" ? person : { ...person, kind: "apiKey", channel: "api", keyId: "key" };
    const owner = testActor({ organizationId });
    await connect(owner, GIVEN);
    for (const attempt of [
      () => connect(actor, GIVEN),
      () => rotateCredentials(actor, GIVEN),
      () => renewStream(actor),
      () => disconnect(actor),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    }
    const actions = await asActor(
      owner,
      (sql) => sql<{ action: string }[]>`select action from fleet.audit_logs order by id`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      "connection.connect",
      ...Array.from({ length: 4 }, () => "connection.denied"),
    ]);
  });
});
