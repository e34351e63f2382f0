import { afterEach, expect, test, vi } from "vitest";
import { formatDate, formatInstant, formatNumber } from "./format.ts";
import { readAs, readersZone } from "./reader.ts";

const NOW = new Date("2026-10-22T12:00:00Z");
const LATE = "2026-10-01T23:30:00Z";

afterEach(() => {
  vi.stubGlobal("window", {});
  readAs({ locale: undefined, timeZone: undefined });
  vi.unstubAllGlobals();
});

test("in a browser, numbers and times are written as the reader chose", () => {
  vi.stubGlobal("window", {});
  readAs({ locale: "de-DE", timeZone: "Asia/Tokyo" });
  expect(formatNumber(1234.5).text).toBe("1.235");
  expect(formatInstant(LATE, NOW).text).toBe("2. Okt., 08:30");
  expect(formatDate(LATE).text).toBe("02.10.2026");
  expect(readersZone()).toBe("Asia/Tokyo");
});

test("on the server, which has many readers at once, nobody's choice is kept", () => {
  readAs({ locale: "de-DE", timeZone: "Asia/Tokyo" });
  expect(formatNumber(1234.5, "en-GB").text).toBe("1,235");
  expect(readersZone()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});
