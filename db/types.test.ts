import { expect, it } from "vitest";
import { isoOf } from "./types.ts";

it.each([
  ["2026-10-21 09:30:00+00", "2026-10-21T09:30:00.000Z"],
  ["2026-10-21 09:30:00.5+00", "2026-10-21T09:30:00.500Z"],
  ["2026-10-21 09:30:00.123987+00", "2026-10-21T09:30:00.123Z"],
  ["2026-10-21 09:30:00+02", "2026-10-21T07:30:00.000Z"],
])("an instant that Postgres writes as %s is %s", (text, iso) => {
  expect(isoOf(text)).toBe(iso);
});
