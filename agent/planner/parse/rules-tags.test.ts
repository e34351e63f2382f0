import { describe, expect, it } from "vitest";
import { queryOf } from "../testing.ts";

const has = (value: string) => ({ member: "sims.tags", op: "has", value });

describe("tags", () => {
  it("wants both of two tags, or either of them, as it was said", () => {
    expect(queryOf("SIMs tagged beta and critical").where).toEqual({
      and: [has("beta"), has("critical")],
    });
    expect(queryOf("SIMs tagged beta or critical").where).toEqual({
      or: [has("beta"), has("critical")],
    });
  });

  it("excludes a tag", () => {
    expect(queryOf("how many SIMs are not tagged beta").where).toEqual({ not: has("beta") });
  });

  it("finds SIMs without any", () => {
    expect(queryOf("SIMs that have no tags").where).toEqual({ member: "sims.tags", op: "is_null" });
  });
});
