import { describe, expect, it } from "vitest";
import { formatBytes, parseBytes } from "./bytes.ts";

describe("sizes", () => {
  it.each([
    ["500MB", 524_288_000],
    ["1.5 GiB", 1_610_612_736],
    ["1024", 1024],
    ["2 kb", 2048],
    ["3 bytes", 3],
  ])("reads %s as %i bytes, in steps of 1024", (text, bytes) => {
    expect(parseBytes(text)).toBe(bytes);
  });

  it.each(["", "MB", "1 XB", "1e9", "1,5 MB"])("does not guess at %j", (text) => {
    expect(parseBytes(text)).toBeNull();
  });

  it.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1 kB"],
    [1_331_439_861, "1.24 GB"],
    [-2048, "-2 kB"],
    [524_288_000, "500 MB"],
  ])("writes %i bytes as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
