import { expect, it } from "vitest";
import { arrayText } from "./columns.ts";

it("an array's text quotes what Postgres would read as something else", () => {
  expect(arrayText(["8988", "top_up", null, 0.5, -3])).toBe("{8988,top_up,null,0.5,-3}");
  expect(arrayText(["", "null", "a,b", '5 % of "M"', "back\\slash", "{}"])).toBe(
    '{"","null","a,b","5 % of \\"M\\"","back\\\\slash","{}"}',
  );
  expect(arrayText([])).toBe("{}");
});
