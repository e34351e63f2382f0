import MiniSearch from "minisearch";
import { CATALOGUE } from "#query/catalogue.ts";
import { VIEWS, type View } from "#query/query.ts";
import { EXAMPLES, type Example } from "./examples.ts";

/** What almost every question stands on. */
const ALWAYS: readonly View[] = ["sims", "sim_usage_daily"];
const MAX_EXAMPLES = 4;
const MAX_VIEWS = 4;
/** Of the best hit's score; what is below has only a common word with the question. */
const MIN_SHARE = 0.35;
const OPTIONS = { prefix: (term: string) => term.length > 4, fuzzy: 0.15 } as const;

/** What a question needs of the catalogue and of the examples: by BM25 over their words. */
export function contextFor(question: string): { views: View[]; examples: Example[] } {
  const examples = best(exampleIndex(), question, MAX_EXAMPLES).flatMap(
    (index) => EXAMPLES[Number(index)] ?? [],
  );
  const named = best(viewIndex(), question, MAX_VIEWS) as View[];
  const shown = examples.map(({ query }) => query.from);
  const wanted = new Set<View>([...ALWAYS, ...named, ...shown]);
  return { views: VIEWS.filter((view) => wanted.has(view)), examples };
}

function best(index: MiniSearch, question: string, most: number): string[] {
  const hits = index.search(question, OPTIONS);
  const least = (hits[0]?.score ?? 0) * MIN_SHARE;
  return hits
    .filter(({ score }) => score >= least)
    .slice(0, most)
    .map(({ id }) => String(id));
}

let examplesIndexed: MiniSearch | null = null;
function exampleIndex(): MiniSearch {
  examplesIndexed ??= indexed(
    EXAMPLES.map(({ question }, index) => ({ id: String(index), text: question })),
  );
  return examplesIndexed;
}

let viewsIndexed: MiniSearch | null = null;
function viewIndex(): MiniSearch {
  viewsIndexed ??= indexed(VIEWS.map((view) => ({ id: view, text: wordsOf(view) })));
  return viewsIndexed;
}

function indexed(documents: { id: string; text: string }[]): MiniSearch {
  const index = new MiniSearch({ fields: ["text"] });
  index.addAll(documents);
  return index;
}

/** All that the catalogue says of a view, and the words in which the examples ask for it. */
function wordsOf(view: View): string {
  const { description, noun, members } = CATALOGUE[view];
  const asked = EXAMPLES.filter(({ query }) => JSON.stringify(query).includes(`"${view}`));
  return [
    view.replaceAll("_", " "),
    description,
    ...noun,
    ...Object.entries(members).flatMap(([name, { label, description: about, values }]) => [
      name.replaceAll("_", " "),
      label,
      about ?? "",
      ...(values ?? []).map((value) => value.replaceAll("_", " ")),
    ]),
    ...asked.map(({ question }) => question),
  ].join(" ");
}
