import { expect, it } from "vitest";
import { database } from "./database.ts";
import { migrate } from "./migrate.ts";

it("several that start at once all find the database ready", async () => {
  const db = await database();
  const starts = Array.from({ length: 6 }, () => migrate(db));
  expect(await Promise.all(starts)).toEqual([[], [], [], [], [], []]);
});
