import { describe, expect, it } from "vitest";
import { conjuncts } from "#query/conjuncts.ts";
import { ask, queryOf } from "../testing.ts";

const ACTIVE = { member: "sims.status", op: "eq", value: "active" };

describe("what stopped at a time", () => {
  it.each([
    ["how many SIMs went offline since midnight?", "2026-10-20T00:00:00.000Z"],
    ["which fridges have gone offline since midnight", "2026-10-20T00:00:00.000Z"],
    ["which devices dropped offline in the last 6 hours?", "2026-10-20T03:30:00.000Z"],
  ])("was in contact shortly before, and is active: %s", (question, from) => {
    const conditions = conjuncts(queryOf(question).where);
    expect(conditions).toContainEqual(ACTIVE);
    expect(conditions).toContainEqual(expect.objectContaining({ time: "sims.last_seen_at", from }));
    const made = ask(question);
    expect(made.kind === "query" && made.assumptions.join()).toContain("24 hours before");
  });

  it("used data before, and is active", () => {
    const conditions = conjuncts(queryOf("which SIMs stopped sending data since yesterday?").where);
    expect(conditions).toContainEqual(ACTIVE);
    expect(conditions.filter((one) => "related" in one)).toHaveLength(1);
    expect(conditions.filter((one) => "not" in one)).toHaveLength(1);
  });

  it("keeps a status that was asked for, and leaves what only is silent as it was", () => {
    const suspended = queryOf("which suspended SIMs went offline since midnight?");
    expect(conjuncts(suspended.where)).not.toContainEqual(ACTIVE);
    const silent = queryOf("SIMs that have been offline since midnight");
    expect(conjuncts(silent.where)).not.toContainEqual(ACTIVE);
  });

  it("is asked about where it was too long ago, or its status then is not known", () => {
    expect(ask("which SIMs went offline in the last 30 days?").kind).toBe("clarify");
    expect(ask("which SIMs used data while suspended?")).toMatchObject({
      kind: "clarify",
      options: expect.arrayContaining(["Which suspended SIMs used data in the last 7 days?"]),
    });
  });
});
