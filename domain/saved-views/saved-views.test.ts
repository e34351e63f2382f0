import { expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import { Conflict, Forbidden, NotFound } from "#core/errors.ts";
import { testActor } from "#db/testing.ts";
import { changeSavedView } from "./change-saved-view.ts";
import { deleteSavedView } from "./delete-saved-view.ts";
import { listSavedViews } from "./list-saved-views.ts";
import { saveView } from "./save-view.ts";

const view = { page: "sims", query: "status=active", is_shared: false } as const;

test("a view is its owner's own, whom alone it obeys, and seen by colleagues where it is shared", async () => {
  const me = testActor({ role: "viewer" });
  const colleague = testActor({ organizationId: me.organizationId });
  await saveView(me, { ...view, name: "mine" });
  const shared = await saveView(me, { ...view, name: "ours", is_shared: true });
  await saveView(colleague, { ...view, name: "ours" });

  expect(await listSavedViews(me, "sims")).toEqual([
    expect.objectContaining({ name: "mine", is_own: true, is_shared: false, created_by: me.name }),
    expect.objectContaining({ name: "ours", is_own: true, is_shared: true }),
  ]);
  expect(await listSavedViews(colleague, "sims")).toEqual([
    expect.objectContaining({ name: "ours", is_own: true }),
    expect.objectContaining({ id: shared.id, name: "ours", is_own: false, created_by: me.name }),
  ]);
  expect(await listSavedViews(testActor(), "sims")).toEqual([]);

  await expect(deleteSavedView(colleague, shared.id)).rejects.toBeInstanceOf(NotFound);
  await deleteSavedView(me, shared.id);
  expect((await listSavedViews(me, "sims")).map(({ name }) => name)).toEqual(["mine"]);
});

test("a name that is kept again has the new filters, and no twin", async () => {
  const me = testActor();
  const { id } = await saveView(me, { ...view, name: "late" });
  expect(await saveView(me, { ...view, name: "late", query: "seen=7d", is_shared: true })).toEqual({
    id,
  });
  expect(await listSavedViews(me, "sims")).toMatchObject([{ query: "seen=7d", is_shared: true }]);
});

test("a key keeps no views", async () => {
  const { organizationId, organizationName, scopes, role, name, userId } = testActor();
  const shared = { organizationId, organizationName, scopes, role, name, userId };
  const key: Actor = { ...shared, kind: "apiKey", channel: "api", keyId: "k" };
  await expect(saveView(key, { ...view, name: "x" })).rejects.toBeInstanceOf(Forbidden);
  await expect(listSavedViews(key, "sims")).rejects.toBeInstanceOf(Forbidden);
  await expect(deleteSavedView(key, "x")).rejects.toBeInstanceOf(Forbidden);
});

test("a view is renamed and shared by its owner alone, to a name that is free", async () => {
  const me = testActor();
  const colleague = testActor({ organizationId: me.organizationId });
  const { id } = await saveView(me, { ...view, name: "late" });
  await saveView(me, { ...view, name: "early" });
  await expect(changeSavedView(colleague, id, { name: "x" })).rejects.toBeInstanceOf(NotFound);
  await expect(changeSavedView(me, id, { name: "early" })).rejects.toBeInstanceOf(Conflict);
  await changeSavedView(me, id, { name: "Late ones" });
  await changeSavedView(me, id, { is_shared: true });
  await expect(changeSavedView(colleague, id, { name: "x" })).rejects.toBeInstanceOf(NotFound);
  expect(await listSavedViews(colleague, "sims")).toMatchObject([
    { id, name: "Late ones", query: view.query, is_own: false },
  ]);
});
