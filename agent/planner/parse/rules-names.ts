import { groupedBy } from "./compose.ts";
import { as, joinedBy, of, type Rule, rule, word } from "./parts.ts";

/** What has a name that is all there is to it. */
const NAMED = new Set(["customer", "operator", "country", "rate_plan", "team", "tag", "actor"]);
const OF_THE = "of the our all those these each";

/** "Names of the customers", "customer wise", "billing excluded". */
export const NAME_RULES: readonly Rule[] = [
  joinedBy(
    OF_THE,
    rule(
      "names of",
      [of("dim", (dim) => dim.dim === "label"), of("dim", (dim) => NAMED.has(dim.dim))],
      (_, dim) => ({
        cat: "bundle",
        parts: [
          { cat: "ask", what: "list" },
          { cat: "dim", dim: as(dim, "dim").dim, plural: true },
        ],
      }),
    ),
  ),
  joinedBy(
    OF_THE,
    rule(
      "names of rules",
      [of("dim", (dim) => dim.dim === "label"), of("noun", (noun) => noun.view === "alert_rules")],
      (_, noun) => as(noun, "noun"),
    ),
  ),
  rule("a dimension wise", [of("dim"), word("wise")], (dim) => ({
    cat: "group",
    groups: [{ k: "dim", dim: as(dim, "dim").dim }],
  })),
  rule("a grain wise", [of("grain"), word("wise")], (grain) => ({
    cat: "group",
    groups: [{ k: "grain", grain: as(grain, "grain").grain }],
  })),
  rule(
    "rows wise",
    [of("noun", (noun) => noun.view === "sims" && !noun.weak), word("wise")],
    (noun) => groupedBy(as(noun, "noun")),
  ),
  joinedBy(
    "are is ones",
    rule(
      "a value excluded",
      [of("value", (value) => !value.cond.negated), word("excluded")],
      (value) => ({
        ...as(value, "value"),
        cond: { ...as(value, "value").cond, negated: true },
      }),
    ),
  ),
];
