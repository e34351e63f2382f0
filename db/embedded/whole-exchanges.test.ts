import { expect, test } from "vitest";
import { database } from "../database.ts";

test("outside a transaction too, every client gets the rows of its own statement", async () => {
  const { sql } = await database();
  const wrong: unknown[] = [];
  await Promise.all(
    Array.from({ length: 400 }, async (_, i) => {
      if (i % 9 === 0) await sql`select ${i}::text::int / 0`.catch(() => {});
      if (i % 5 === 0) return sql.begin((tx) => tx`select ${i}::int as n`);
      const [row] =
        i % 2
          ? await sql`select ${i}::int as n`
          : await sql`select ${i}::int as n, 'other' as other`;
      if (row?.n !== i) wrong.push([i, row]);
    }),
  );
  expect(wrong).toEqual([]);
});
