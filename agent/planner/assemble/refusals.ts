import { SCOPES, type Scope } from "#core/actor.ts";
import { Invalid } from "#core/errors.ts";
import type { Query } from "#query/query.ts";
import { validate } from "#query/validate.ts";
import { partsOf } from "../parse/compose.ts";
import type { Item } from "../parse/items.ts";
import { Trouble } from "./trouble.ts";

/** "How many alerts per SIM, and how many SIMs have that many": two counts in one figure. */
export function refuseSecondCount(items: readonly Item[], query: Query): void {
  const counts = items.filter((item) => item.cat === "ask" && item.what === "count");
  if (
    counts.length > 1 &&
    (query.measures?.length ?? 0) < 2 &&
    items.some(({ cat }) => cat === "group")
  )
    throw new Trouble("Two questions at once: which one first?", "count");
}

/** "SIMs, active sims, data last month": figures that stand side by side, of which none narrows another. */
export function refuseListedSims(items: readonly Item[], words: readonly string[]): void {
  const sims = items
    .filter((item) => item.cat === "noun" && item.view === "sims" && !item.weak)
    .toSorted((a, b) => a.start - b.start);
  for (const [index, sim] of sims.entries()) {
    const next = sims[index + 1];
    if (sim.cat !== "noun" || next?.cat !== "noun" || !next.plural || !sim.plural) continue;
    const areOther = JSON.stringify(sim.conds) !== JSON.stringify(next.conds);
    const between = words.slice(sim.end, next.start);
    if (
      areOther &&
      between.includes(",") &&
      between.every((word) => word === "," || word === "and")
    )
      throw new Trouble("Several figures at once: which one first?", "count");
  }
}

/** "On the same plan as X" is about others than X, which no filter says yet. */
export function refuseSameAs(items: readonly Item[], words: readonly string[]): void {
  const isLikeOne =
    /\bsame (?:\S+ ){1,3}(?:as|like)\b/.test(words.join(" ")) &&
    items.some((item) => item.cat === "value" && item.dim === "sim");
  if (isLikeOne)
    throw new Trouble(
      "What another SIM has cannot be looked for yet; name the value itself.",
      "value",
    );
}

/** What the semantic layer would refuse is asked about instead. */
export function refuseInvalid(query: Query): void {
  try {
    validate(query, { scopes: EVERY_SCOPE });
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    if (/needs a period with a start/.test(error.message))
      throw new Trouble("Averaged over which period?", "period");
    throw new Trouble("Those parts do not go together in one question. Which one first?", "count");
  }
}

const EVERY_SCOPE: ReadonlySet<Scope> = new Set(SCOPES);

const HELD = /\b(?:compare|comparison|vs|versus|against)\b/;

/**
 * "MediFridge vs TankWatch": by which figure?
 *
 * @throws Trouble where two are compared and nothing says by what.
 */
export function refuseBareComparison(items: readonly Item[], words: readonly string[]): void {
  const said = words.join(" ");
  const parts = items.flatMap(partsOf);
  const split = parts.flatMap((part) => (part.cat === "group" ? part.groups : []));
  const isOfPlans = split.some((group) => group.k === "dim" && group.dim === "rate_plan");
  const isBare = parts.every(
    (part) => SAYS_NO_FIGURE.has(part.cat) || (part.cat === "noun" && part.weak === true),
  );
  if (!HELD.test(said) || split.length === 0 || isOfPlans || !isBare) return;
  throw new Trouble(
    "Compared by which figure?",
    "value",
    ["Data usage last month", "Number of SIMs", "Open tickets", "Open alerts"].map(
      (figure) => `${figure}, ${said}`,
    ),
  );
}

const SAYS_NO_FIGURE = new Set<Item["cat"]>(["value", "group", "word", "filler", "versusword"]);
