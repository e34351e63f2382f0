import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { Conflict, Forbidden, Invalid } from "#core/errors.ts";
import { getOrganization } from "#domain/auth/get-organization.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { ensureOrganization } from "./ensure-organization.ts";
import { renameOrganization } from "./rename-organization.ts";

it("an organisation has the name that its owner gives it, and is found by it", async () => {
  const home = await newOrganization();
  const owner = await newMember(home, "owner");
  const name = `Renamed ${randomUUID()}`;
  await renameOrganization(owner, ` ${name} `);
  expect(await getOrganization(home.id)).toEqual({ id: home.id, name });
  expect(await ensureOrganization(name.toUpperCase())).toEqual({ id: home.id, name });
  const another = await ensureOrganization(home.name);
  expect(another.id).not.toBe(home.id);
  await renameOrganization(owner, name.toUpperCase());
});

it("it keeps its name where the new one is none, somebody else's, or not an owner's to give", async () => {
  const home = await newOrganization();
  const other = await newOrganization();
  const owner = await newMember(home, "owner");
  await expect(renameOrganization(owner, "  ")).rejects.toThrow(Invalid);
  await expect(renameOrganization(owner, other.name.toUpperCase())).rejects.toThrow(Conflict);
  await expect(renameOrganization(await newMember(home, "operator"), "Mine")).rejects.toThrow(
    Forbidden,
  );
  expect((await getOrganization(home.id)).name).toBe(home.name);
});
