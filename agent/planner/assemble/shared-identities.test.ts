import { expect, test } from "vitest";
import { ask, queryOf } from "../testing.ts";

test.each([
  ["IMEIs with more than one SIM", "sims.imei"],
  ["are there SIMs with the same IMEI?", "sims.imei"],
  ["duplicate labels", "sims.label"],
  ["which IP addresses are used by several SIMs?", "sims.ip_address"],
  ["do any SIMs share an MSISDN?", "sims.msisdn"],
])("%s: by that name alone, as each SIM has it once", (question, member) => {
  expect(queryOf(question)).toMatchObject({
    from: "sims",
    groupBy: [{ member }],
    where: { member, op: "is_not_null" },
    having: [{ measure: "sims", op: "gt", value: 1 }],
  });
});

test("conditions on the SIMs stay", () => {
  expect(queryOf("active SIMs of TankWatch with the same IMEI").where).toEqual({
    and: [
      { member: "sims.status", op: "eq", value: "active" },
      { member: "sims.customer", op: "eq", value: "TankWatch" },
      { member: "sims.imei", op: "is_not_null" },
    ],
  });
});

test("what another SIM has is asked back", () => {
  expect(ask("SIMs with the same IMEI as 8988303188290000012").kind).toBe("clarify");
});
