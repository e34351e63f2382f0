import { describe, expect, it } from "vitest";
import { SCOPES, SCOPES_OF_ROLE, type Scope } from "#core/actor.ts";
import { Forbidden, Invalid } from "#core/errors.ts";
import { CATALOGUE } from "./catalogue.ts";
import { Query, VIEWS } from "./query.ts";
import { validate } from "./validate.ts";

const ALL = new Set<Scope>(SCOPES);
const check = (query: unknown, scopes: ReadonlySet<Scope> = ALL) =>
  validate(Query.parse(query), { scopes });

function problem(query: unknown): string {
  try {
    check(query);
    return "none";
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return error.message;
  }
}

const COUNT = [{ as: "n", measure: { agg: "count" } }];
const where = (filter: unknown, from = "sims") => problem({ from, where: filter });

describe("validation refuses, and says what is possible", () => {
  it("members that do not exist", () => {
    expect(where({ member: "sims.custmer", op: "eq", value: "x" })).toMatch(
      /Did you mean customer/,
    );
    expect(where({ member: "sims.severity", op: "eq", value: "high" })).toMatch(
      /no member severity/,
    );
    expect(where({ member: "simz.label", op: "eq", value: "x" })).toMatch(/Did you mean sims/);
    expect(where({ member: "constructor.name", op: "eq", value: "x" })).toMatch(
      /no view constructor/,
    );
    expect(where({ member: "sims.constructor", op: "eq", value: "x" })).toMatch(
      /no member constructor/,
    );
  });

  it("views that a row does not reach to-one", () => {
    expect(where({ member: "alerts.severity", op: "eq", value: "high" })).toMatch(
      /related: "alerts"/,
    );
    expect(where({ member: "sim_quota.used", op: "gt", value: 5 })).toMatch(
      /quota_data or quota_sms/,
    );
    expect(problem({ from: "rate_plans", where: { related: "alerts" } })).toMatch(
      /Nothing says which/,
    );
  });

  it("values outside the domain or of another type", () => {
    expect(where({ member: "sims.status", op: "eq", value: "activ" })).toMatch(
      /Did you mean active/,
    );
    expect(where({ member: "sims.rat", op: "in", values: ["LTE", "6G"] })).toMatch(/values\[1\]/);
    expect(where({ member: "quota_data.used", op: "gt", value: "1 GB" })).toMatch(/bytes/);
    expect(where({ member: "sims.iccid", op: "eq", value: "8944" })).toMatch(/19 or 20 digits/);
    expect(where({ member: "sims.label", op: "eq", value: 5 })).toMatch(/text/);
    expect(where({ member: "alerts.acknowledged", op: "eq", value: "yes" }, "alerts")).toMatch(
      /true or false/,
    );
    expect(where({ member: "sims.last_seen_at", op: "lt", value: "2026-02-30" })).toMatch(
      /instant/,
    );
    expect(where({ member: "sims.label", op: "eq", value: "a\u0000b" })).toMatch(/NUL/);
  });

  it("operators that do not fit", () => {
    expect(where({ member: "sims.label", op: "gt", value: "x" })).toMatch(/number or a time/);
    expect(where({ member: "sims.tags", op: "eq", value: "pilot" })).toMatch(/use has/);
    expect(where({ member: "sims.label", op: "has", value: "x" })).toMatch(/lists/);
    expect(where({ member: "sims.status", op: "contains", value: "act" })).toMatch(/use eq or in/);
    expect(where({ member: "sims.label", op: "eq", other: "quota_data.used" })).toMatch(
      /cannot be compared/,
    );
  });

  it("periods on what is no time, empty, or apart from each other", () => {
    expect(where({ time: "sims.label", from: "2026-10-01" })).toMatch(/not a time/);
    expect(where({ time: "sims.last_seen_at", from: "2026-10-02", to: "2026-10-02" })).toMatch(
      /empty/,
    );
    expect(
      where({ time: "sim_usage_daily.day", from: "2026-10-01T00:00:00Z" }, "sim_usage_daily"),
    ).toMatch(/without a time/);
    const apart = ["2026-10-01", "2026-10-05"].map((from) => ({
      time: "sims.last_seen_at",
      from,
      to: `${from.slice(0, 9)}${Number(from.at(-1)) + 1}`,
    }));
    expect(where({ and: apart })).toMatch(/do not overlap/);
  });

  it("measures that mean nothing", () => {
    const measure = (one: unknown, more: object = {}) =>
      problem({ from: "sim_usage_daily", measures: [{ as: "m", measure: one }], ...more });
    expect(measure({ agg: "sum", of: "sims.label" })).toMatch(/has no sum/);
    expect(measure({ agg: "sum", of: "sim_usage_daily.total_volume", per: ["day"] })).toMatch(
      /needs a period/,
    );
    expect(measure({ share: { agg: "avg", of: "sim_usage_daily.total_volume" } })).toMatch(
      /sum or a count/,
    );
    expect(
      measure({
        op: "difference",
        a: { agg: "sum", of: "sim_usage_daily.total_volume" },
        b: { agg: "max", of: "sims.days_since_seen" },
      }),
    ).toMatch(/one kind/);
    expect(
      problem({ from: "sims", measures: [{ as: "n", unit: "GB", measure: { agg: "count" } }] }),
    ).toMatch(/cannot be shown in GB/);
    expect(problem({ from: "sims", measures: [...COUNT, ...COUNT] })).toMatch(/twice/);
    expect(
      problem({
        from: "alerts",
        measures: [
          {
            as: "m",
            measure: {
              agg: "count",
              per: ["sim"],
              where: {
                or: [
                  { member: "sims.status", op: "eq", value: "active" },
                  { member: "alerts.acknowledged", op: "eq", value: true },
                ],
              },
            },
          },
        ],
      }),
    ).toMatch(/per sim/);
  });

  it("mixed modes, unknown orders, unknown having, impossible gaps, no zone", () => {
    expect(
      problem({ from: "sims", columns: ["sims.iccid"], groupBy: [{ member: "sims.status" }] }),
    ).toMatch(/groupBy/);
    expect(problem({ from: "sims", columns: ["sims.iccid"], measures: COUNT })).toMatch(
      /lists rows/,
    );
    expect(
      problem({
        from: "sims",
        groupBy: [{ member: "sims.status" }],
        measures: COUNT,
        orderBy: [{ by: "sims.label", direction: "asc" }],
      }),
    ).toMatch(/Order by one of/);
    expect(
      problem({ from: "sims", measures: COUNT, having: [{ measure: "m", op: "gt", value: 1 }] }),
    ).toMatch(/no measure m/);
    expect(problem({ from: "sims", measures: COUNT, fillGaps: true })).toMatch(/grain of time/);
    expect(problem({ from: "sims", zone: "Europe/Berlim" })).toMatch(/IANA/);
    expect(problem({ from: "sims", groupBy: [{ member: "sims.label", grain: "day" }] })).toMatch(
      /only a time/,
    );
  });

  it("every problem at once, each with its path", () => {
    try {
      check({
        from: "sims",
        columns: ["sims.x"],
        where: { and: [{ member: "sims.y", op: "is_null" }] },
      });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Invalid);
      const issues = (error as Invalid).details.issues as { path: string }[];
      expect(issues.map((issue) => issue.path)).toEqual(["where.and[0].member", "columns[0]"]);
    }
  });
});

describe("permissions", () => {
  const viewer = new Set(SCOPES_OF_ROLE.viewer);

  it("keep members from who may not see them, wherever they stand", () => {
    const body = { member: "sms_messages.body", op: "contains", value: "x" };
    for (const query of [
      { from: "audit_logs" },
      { from: "sms_messages", columns: ["sms_messages.body"] },
      { from: "sms_messages", where: body },
      { from: "sms_messages", orderBy: [{ by: "sms_messages.body", direction: "asc" }] },
      { from: "sms_messages", groupBy: [{ member: "sms_messages.body" }] },
      { from: "sims", where: { related: "audit_logs" } },
      { from: "sims", where: { not: { related: "sms_messages", where: body } } },
      {
        from: "sims",
        measures: [{ as: "n", measure: { related: "audit_logs", measure: { agg: "count" } } }],
      },
    ]) {
      expect(() => check(query, viewer), JSON.stringify(query)).toThrow(Forbidden);
    }
  });

  it("leave out default columns that need more", () => {
    expect(check({ from: "sms_messages" }, viewer).columns).not.toContain("sms_messages.body");
    expect(check({ from: "sms_messages" }).columns).toContain("sms_messages.body");
  });
});

describe("the catalogue", () => {
  it.each(VIEWS)("%s lists only members it has, with a key, and its lists are valid", (from) => {
    const { key, members, time } = CATALOGUE[from];
    for (const column of [...key, ...(time ? [time] : [])]) expect(members).toHaveProperty(column);
    expect(check({ from }).columns?.length).toBeGreaterThan(3);
  });
});
