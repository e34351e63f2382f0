import { describe, expect, it } from "vitest";
import { ask } from "../testing.ts";

const SUSPEND = "suspend vaccine-fridge-0001";

describe("a turn after a proposal", () => {
  it.each([
    "also vaccine-fridge-0002",
    "and vaccine-fridge-0002 too",
    "same for vaccine-fridge-0002 please",
    "not that one, vaccine-fridge-0002",
    "sorry, I meant vaccine-fridge-0002",
  ])("proposes the same for others: %s", (turn) => {
    expect(ask(turn, SUSPEND)).toEqual(ask("suspend vaccine-fridge-0002"));
  });

  it("proposes it again, for fewer, or in another amount", () => {
    expect(ask("again please", SUSPEND)).toEqual(ask(SUSPEND));
    expect(ask("only the ones in Spain", "suspend all SIMs of MediFridge")).toEqual(
      ask("suspend all SIMs of MediFridge in Spain"),
    );
    expect(ask("make it 200 MB", "top up vaccine-fridge-0001 by 100 MB")).toEqual(
      ask("top up vaccine-fridge-0001 by 200 MB"),
    );
  });

  it("is spelt out for the turns that follow", () => {
    expect(ask("also vaccine-fridge-0003", SUSPEND, "also vaccine-fridge-0002")).toEqual(
      ask("suspend vaccine-fridge-0003"),
    );
  });

  it("asks where it is open what stays of the request", () => {
    expect(ask("also the gateways", "suspend all fridges in Spain").kind).toBe("clarify");
    expect(ask("I meant Basic 50", "move vaccine-fridge-0001 to Plus 500").kind).toBe("clarify");
  });

  it("may ask about the rows instead", () => {
    expect(ask("also by country", "suspend all SIMs of MediFridge").kind).toBe("query");
  });
});
