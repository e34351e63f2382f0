import fc from "fast-check";
import { parse } from "libpg-query";
import { beforeAll, describe, expect, it } from "vitest";
import { SCOPES } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import { testActor } from "#db/testing.ts";
import { compile } from "./compile.ts";
import { displaySql } from "./display-sql.ts";
import { interpret } from "./interpret.ts";
import { type Filter, Query, VIEWS } from "./query.ts";
import { runQuery } from "./run.ts";
import { insertFixture, makeFixture, type Row } from "./testing/fixture.ts";
import { randomQuery } from "./testing/random-query.ts";
import { answer } from "./testing/reference.ts";
import { validate } from "./validate.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const scopes = new Set(SCOPES);
const options = { now: NOW, rowCap: 1000 };

function isValid(query: Query): boolean {
  try {
    validate(query, { scopes });
    return true;
  } catch (error) {
    if (error instanceof Invalid) return false;
    throw error;
  }
}

const validQuery = randomQuery.filter(isValid);
const statementOf = (query: Query) => compile(validate(query, { scopes }), options);
const textOf = (query: Query) => displaySql(statementOf(query));

describe("every valid query", () => {
  it("is read by its own schema unchanged", () => {
    fc.assert(
      fc.property(validQuery, (query) => {
        expect(Query.parse(query)).toEqual(query);
      }),
    );
  });

  it("compiles to exactly one SELECT over views of the contract, and so does what we show", async () => {
    await fc.assert(
      fc.asyncProperty(validQuery, async (query) => {
        const compiled = statementOf(query);
        for (const text of [compiled.text, compiled.countText, displaySql(compiled)]) {
          const tree = await parse(text);
          expect(tree.stmts?.length).toBe(1);
          expect(Object.keys(tree.stmts?.[0]?.stmt ?? {})).toEqual(["SelectStmt"]);
          for (const name of relationsIn(tree)) expect(VIEWS).toContain(name);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("brings every filter into its SQL and its interpretation: without it, both differ", () => {
    fc.assert(
      fc.property(validQuery, (query) => {
        for (const less of withoutOneFilter(query)) {
          if (!isValid(less)) continue;
          expect(textOf(less)).not.toBe(textOf(query));
          expect(interpret(less, { zone: "UTC" })).not.toEqual(interpret(query, { zone: "UTC" }));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("binds every value: none is in the statement's text", () => {
    fc.assert(
      fc.property(validQuery, (query) => {
        const { text, parameters } = statementOf(query);
        for (const value of valuesIn(query.where)) {
          if (typeof value === "string" && /['%\\]/.test(value)) expect(text).not.toContain(value);
        }
        const placeholders = new Set(text.match(/\$\d+/g));
        expect(placeholders.size).toBe(parameters.length);
      }),
    );
  });
});

describe("over a small fleet", () => {
  const actor = testActor();
  const fixture = makeFixture();
  beforeAll(() => insertFixture(actor, fixture));

  it("a random valid query gives what a plain computation gives", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(validQuery, async (query) => {
        const { rows, columns, sql } = await runQuery(actor, query);
        const expected = answer(fixture, query, NOW);
        const names = columns
          .map((column) => column.name)
          .filter((name) => name !== "weekday_number");
        const shown = (row: Row, keys: readonly string[]) => keys.map((key) => normal(row[key]));
        const got = rows.map((row) => JSON.stringify(shown(row, names))).sort();
        const wanted = expected.map((row) => JSON.stringify(shown(row, Object.keys(row)))).sort();
        expect(got, sql).toEqual(wanted);
      }),
      { numRuns: 600, examples: [[ALERTS_OF_NO_SIM]] },
    );
  });
});

/** Random ones rarely meet it: the alerts that belong to no SIM are no group among those of the SIMs. */
const ALERTS_OF_NO_SIM: Query = {
  from: "alerts",
  measures: [
    {
      as: "m0",
      measure: {
        agg: "sum",
        over: {
          measure: { agg: "avg", of: "alerts.minutes_to_acknowledge" },
          by: [{ member: "sims.iccid" }],
        },
      },
    },
  ],
};

/** Rounded, instants as milliseconds, so that the two computations can be told equal. */
function normal(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(9));
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  return value ?? null;
}

function relationsIn(tree: unknown): string[] {
  const named = new Set<string>();
  const used: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one);
    else if (node && typeof node === "object") {
      for (const [kind, inner] of Object.entries(node)) {
        if (kind === "CommonTableExpr") named.add((inner as { ctename: string }).ctename);
        if (kind === "RangeVar") used.push((inner as { relname: string }).relname);
        walk(inner);
      }
    }
  };
  walk(tree);
  return used.filter((name) => !named.has(name));
}

/** The query with one filter of its `where` left out, for each of them. */
function withoutOneFilter(query: Query): Query[] {
  if (!query.where) return [];
  const { where, ...rest } = query;
  return without(where).map((less) => (less ? { ...rest, where: less } : rest));
}

function without(filter: Filter): (Filter | null)[] {
  if ("and" in filter) return dropped(filter.and).map((and) => (and.length > 0 ? { and } : null));
  if ("or" in filter) return dropped(filter.or).map((or) => (or.length > 0 ? { or } : null));
  if ("not" in filter) return without(filter.not).map((less) => (less ? { not: less } : null));
  return [null];
}

function dropped(filters: readonly Filter[]): Filter[][] {
  return filters.flatMap((filter, n) =>
    without(filter).map((less) => filters.toSpliced(n, 1, ...(less ? [less] : []))),
  );
}

function valuesIn(node: unknown): unknown[] {
  if (Array.isArray(node)) return node.flatMap(valuesIn);
  if (node && typeof node === "object") {
    return Object.entries(node).flatMap(([name, inner]) =>
      name === "value" || name === "values" ? [inner].flat() : valuesIn(inner),
    );
  }
  return [];
}
