import { expect, test } from "vitest";
import { z } from "zod";
import { issueSentence } from "./issue-words.ts";

const Input = z.strictObject({
  add_tags: z.array(z.string().min(1).max(200)).max(50).optional(),
  status: z.array(z.enum(["active", "suspended"])).optional(),
  limit: z.int().min(1).max(500).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be two letters, such as DE")
    .optional(),
  name: z.string(),
  day: z.iso.date().optional(),
  code: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  step: z.number().multipleOf(5).optional(),
});

test.each([
  [{ add_tags: ["a", "b", "x".repeat(400)] }, "add_tags, entry 3: at most 200 characters"],
  [{ add_tags: [""] }, "add_tags, entry 1: must not be empty"],
  [{ add_tags: Array(51).fill("a") }, "add_tags: at most 50 entries"],
  [{ status: ["foo"] }, "status, entry 1: must be one of active, suspended"],
  [{ limit: 5000 }, "limit: at most 500"],
  [{ limit: 0 }, "limit: at least 1"],
  [{ limit: 2.5 }, "limit: must be a whole number"],
  [{ limit: "x" }, "limit: must be a number"],
  [{ country: "Germany" }, "country: must be two letters, such as DE"],
  [{ day: "soon" }, "day: must be a day, such as 2026-10-20"],
  [{ code: "A1" }, "code: must be of the form /^[a-z]+$/"],
  [{ step: 7 }, "step: must be a multiple of 5"],
  [{ name: undefined }, "name: is missing"],
  [{ colour: "red" }, "is not known here: colour"],
])("%j is refused in words", (given, sentence) => {
  const { error } = Input.safeParse({ name: "n", ...given });
  expect(error?.issues.map(issueSentence)).toEqual([sentence]);
});
