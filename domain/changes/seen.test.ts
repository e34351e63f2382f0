import { beforeEach, expect, it } from "vitest";
import type { Actor, Scope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { getChange, listChanges } from "./read-changes.ts";
import { resultsCsv } from "./results-csv.ts";
import { getChangeRules } from "./rules.ts";
import { ask, makeSims } from "./testing.ts";

let owner: ReturnType<typeof testActor>;
let targets: string[];

beforeEach(async () => {
  owner = testActor();
  targets = await makeSims(owner, 2);
});

const keyWith = (...scopes: Scope[]): Actor => ({
  ...owner,
  kind: "apiKey",
  channel: "api",
  keyId: "k",
  scopes: new Set(scopes),
});

it("the text of a message is seen by who may read messages, and by nobody else", async () => {
  const { approval } = await ask(owner, "send_sms", { body: "PIN 4711" }, { targets });
  await asActor(owner, (sql) => sql`update store.change_sets set words = 'text them PIN 4711'`);
  const { organizationId } = owner;
  const operator = testActor({ role: "operator", organizationId });
  const viewer = testActor({ role: "viewer", organizationId });
  const [seen] = await listChanges(operator, { limit: 1 });
  expect(JSON.stringify(seen).match(/4711/g)).toHaveLength(2);
  for (const reader of [viewer, keyWith("sims:read")]) {
    const change = await getChange(reader, approval.id);
    expect(change.preview.title).toBe("Send an SMS to 2 SIMs");
    expect(JSON.stringify(change)).not.toContain("4711");
  }
});

it("results and rules are for who may see SIMs", async () => {
  const { approval } = await ask(owner, "send_sms", { body: "PING" }, { targets });
  const stranger = keyWith("reports:read");
  await expect(resultsCsv(stranger, approval.id)).rejects.toBeInstanceOf(Forbidden);
  await expect(getChangeRules(stranger)).rejects.toBeInstanceOf(Forbidden);
});

it("a change of a version with other kinds is still listed", async () => {
  await ask(owner, "send_sms", { body: "PING" }, { targets });
  await asActor(owner, (sql) => sql`update store.change_sets set tool = 'paint_sim'`);
  await asActor(owner, (sql) => sql`update store.change_items set state = 'done'`);
  const [change] = await listChanges(owner, { limit: 1 });
  expect(change).toMatchObject({ tool: "paint_sim", undo: { possible: false } });
});
