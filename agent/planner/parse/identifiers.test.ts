import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

describe("identities", () => {
  it("finds a phone number with and without its plus", () => {
    expect(queryOf("status of +882398620000015").where).toEqual({
      member: "sims.msisdn",
      op: "in",
      values: ["+882398620000015", "882398620000015"],
    });
  });

  it("takes a number for what it is called", () => {
    expect(queryOf("which customer has the card with imei 356983036898002").where).toEqual({
      member: "sims.imei",
      op: "eq",
      value: "356983036898002",
    });
  });

  it("looks for a number of 15 digits among all that have so many", () => {
    expect(JSON.stringify(queryOf("look up 901438620000001").where)).toMatch(/imsi.*imei.*msisdn/);
  });

  it("finds an IP address", () => {
    expect(queryOf("which SIM has the IP 10.62.0.1").where).toEqual({
      member: "sims.ip_address",
      op: "eq",
      value: "10.62.0.1",
    });
  });
});
