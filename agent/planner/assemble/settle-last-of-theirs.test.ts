import { expect, it } from "vitest";
import { queryOf } from "../testing.ts";

it.each([
  ["list fridges with their last alert", "alerts"],
  ["show fridges and their latest reject", "connection_events"],
])("%s is one of each", (question, from) => {
  expect(queryOf(question)).toMatchObject({
    from,
    where: expect.anything(),
    firstPer: { members: [`${from}.iccid`], limit: 1 },
  });
});
