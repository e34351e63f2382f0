import { Forbidden, Invalid, Limited, type SimonError } from "#core/errors.ts";
import { VIEWS } from "../query.ts";
import { didYouMean } from "../validate/suggest.ts";
import { FUNCTIONS } from "./allowed.ts";
import { type Place, placeAtCharacter } from "./place.ts";
import { invalidAt } from "./refuse.ts";
import { columnsOf } from "./visible.ts";
import type { Walk } from "./walk.ts";

/** Sentences for what Postgres may object to, by SQLSTATE; `word` stands where it points. */
const SENTENCES: Readonly<Record<string, (word: string) => string>> = {
  "42601": (word) => `this is not SQL that Postgres can read, near ${word}.`,
  "42702": (word) => `${word} could be of several views. Write view.column.`,
  "42725": (word) => `it is not clear which ${word} is meant. Cast its arguments.`,
  "42P01": (word) => `${word} is not in FROM here.`,
  "42712": (word) => `two things in FROM have one name, near ${word}. Give each an alias.`,
  "42P09": (word) => `the name ${word} is not clear here.`,
  "42701": (word) => `the column ${word} is there twice.`,
  "42803": (word) => `${word} must be in GROUP BY, or inside an aggregate such as sum().`,
  "42P20": (word) => `a window function cannot stand here, near ${word}.`,
  "42P10": (word) =>
    `${word} cannot be used here: with DISTINCT or UNION, order by what is selected.`,
  "42804": (word) => `the types do not fit together, near ${word}.`,
  "42846": (word) => `this value cannot be cast to that type, near ${word}.`,
  "42P18": (word) => `the type of ${word} is not clear. Cast it.`,
  "42P21": (word) => `the collations do not fit together, near ${word}.`,
  "42P22": (word) => `the collation is not clear, near ${word}.`,
  "0A000": (word) => `Postgres cannot do this here, near ${word}.`,
  "22P02": (word) => `a value is not of the right form, near ${word}.`,
  "22007": (word) => `this is not a date or time, near ${word}.`,
};

const WITHOUT_PLACE: Readonly<Record<string, string>> = {
  "21000": "A subquery that stands for one value gave several rows. Add LIMIT 1 or an aggregate.",
  "22003": "A number is out of range.",
  "22008": "A date or time is out of range.",
  "22012": "A division by zero. Use nullif(…, 0).",
  "22P02": "A value could not be read as the type that it is cast to.",
  "22007": "A value could not be read as a date or time.",
  "2201B": "A regular expression is not valid.",
  "2203G": "A JSON value is not of the expected form.",
  "54001": "The statement is nested too deeply.",
};

/** What a person may hear of a statement that Postgres refused; null for what is not the statement's fault. */
export function explainFailure(
  error: unknown,
  { text, prefix, walk }: { text: string; prefix: string; walk: Walk },
): SimonError | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  const code = String(error.code);
  const position = "position" in error ? Number(error.position) - prefix.length : Number.NaN;
  const place = position >= 1 && position <= text.length ? placeAtCharacter(text, position) : null;
  if (place && code === "42703") return invalidAt(place, unknownColumn(place, walk), error);
  if (place && code === "42883") return invalidAt(place, unknownFunction(place), error);
  const sentence = SENTENCES[code];
  if (place && sentence) return invalidAt(place, sentence(place.word), error);
  if (code === "42501")
    return new Forbidden("The database refused this: it is outside what you may see.", {
      cause: error,
    });
  if (/^(53|54|XX)/.test(code) && code !== "54001")
    return new Limited("This needs more memory than there is. Ask for less.", { cause: error });
  if (/^(22|42|21|54|0A)/.test(code)) {
    return new Invalid(
      WITHOUT_PLACE[code] ?? "Postgres cannot run this SQL: a value or a type in it does not fit.",
      { cause: error },
    );
  }
  return null;
}

function unknownColumn({ word }: Place, { views, declared }: Walk): string {
  const columns = new Set([...[...views].flatMap(columnsOf), ...declared]);
  const name = word.replaceAll('"', "");
  const isQualifier = VIEWS.some((view) => view === name) || columns.has(name);
  if (isQualifier) return `${name} has no such column here.`;
  return `there is no column ${name} here.${didYouMean(name, columns)}`;
}

function unknownFunction({ word }: Place): string {
  const isName = /^\w+$/.test(word);
  return isName && FUNCTIONS.has(word.toLowerCase())
    ? `${word} does not take arguments of these types. Cast them.`
    : `there is no operator ${word} for values of these types. Cast them.`;
}
