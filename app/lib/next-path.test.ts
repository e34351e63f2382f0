import { expect, it } from "vitest";
import { safeNextPath } from "./next-path.ts";

it.each(["/chat/abc", "/settings/members?x=1#y"])("leads back to %s", (path) => {
  expect(safeNextPath(path)).toBe(path);
});

it.each([
  undefined,
  "",
  "chat",
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
  "/sign-in?next=/sign-in",
])("leads home instead of to %j", (path) => {
  expect(safeNextPath(path)).toBe("/chat");
});
