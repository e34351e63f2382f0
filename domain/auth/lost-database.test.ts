import { expect, it, vi } from "vitest";
import { Upstream } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { translateLostDatabase } from "./lost-database.ts";

it("brings the database back also when the failure has its sentence already", async () => {
  const revive = vi.spyOn(await database(), "revive");
  const lost = new Upstream("The database did not answer.");
  await expect(translateLostDatabase(() => Promise.reject(lost))).rejects.toBe(lost);
  expect(revive).toHaveBeenCalledOnce();
});
