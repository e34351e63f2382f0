import { expect, test } from "vitest";
import { appearanceCookieValue, parseAppearance } from "./theme.ts";

test("an appearance survives its cookie", () => {
  for (const theme of ["system", "light", "dark"] as const) {
    for (const highContrast of [true, false]) {
      const cookie = appearanceCookieValue({ theme, highContrast });
      expect(parseAppearance(cookie)).toEqual({ theme, highContrast });
    }
  }
});

test("an unknown, missing or broken cookie means the system's appearance", () => {
  for (const cookie of [undefined, "", "pink", "%E0%A4%A"]) {
    expect(parseAppearance(cookie)).toEqual({ theme: "system", highContrast: false });
  }
});
