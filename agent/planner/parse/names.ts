import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { Filter } from "#query/query.ts";
import { COMMON_WORDS } from "../lexicon/common-words.ts";
import { countryPhrases } from "../lexicon/countries.ts";
import { isFiller } from "../lexicon/fillers.ts";
import { regionPhrases } from "../lexicon/regions.ts";
import { GENERAL_DEVICES } from "../lexicon/wider-nouns.ts";
import { singular, wordsOf } from "../text/tokenise.ts";
import { notBare } from "./bare-names.ts";
import type { Sem } from "./items.ts";
import { namesOfSignals } from "./names-of-signals.ts";
import { teamAliases } from "./team-names.ts";
import { valueSem } from "./value-sem.ts";

const COUNTRY = ["sims.country", "connection_events.country", "sim_usage.country"];

/** Units, hours and abbreviations that look like the code of a country in small letters. */
const OTHER_SHORT_WORDS = new Set(
  "gb mb kb tb am pm id eg ie ca st sd hr ms cm km mm la ma pa re ad al ar ch tv pc pi ok us it at in is be no so to me my by do as".split(
    " ",
  ),
);

type Add = (words: readonly string[], sem: Sem) => void;

/** Names from the data. A short form counts where it is the short form of one name only. */
export function addNames(gazetteer: Gazetteer, put: Add): void {
  const add = notBare(put);
  const name = (dim: string, members: readonly string[], aliases: Map<string, string[]>) => {
    for (const [alias, values] of aliases) {
      const filters = members.map(
        (member): Filter =>
          values.length === 1
            ? { member, op: "eq", value: values[0] ?? "" }
            : { member, op: "in", values },
      );
      add(alias.split(" "), valueSem(dim, filters, values.join(" or ")));
    }
  };
  name("customer", ["sims.customer", "support_tickets.customer"], aliasesOf(gazetteer.customers));
  name(
    "operator",
    ["sims.operator", "connection_events.operator", "sim_usage.operator"],
    aliasesOf(gazetteer.operators, { shared: true }),
  );
  name("rate_plan", ["sims.rate_plan", "rate_plans.name"], exact(gazetteer.ratePlans));
  name("team", ["support_tickets.assigned_team"], teamAliases(gazetteer.teams));
  name("rule", ["alert_rules.name"], exact(gazetteer.rules));
  for (const { words, dim, filters, said } of namesOfSignals(gazetteer))
    add(words, valueSem(dim, filters, said));
  for (const { phrase, codes } of regionPhrases()) {
    const filters = COUNTRY.map((member): Filter => ({ member, op: "in", values: [...codes] }));
    add(wordsOf(phrase), valueSem("country", filters, phrase));
  }
  for (const [code, phrases] of countryPhrases()) {
    const filters = COUNTRY.map((member): Filter => ({ member, op: "eq", value: code }));
    for (const phrase of phrases) add(wordsOf(phrase), valueSem("country", filters, code));
  }
  for (const code of gazetteer.countries) {
    const typed = code.toLowerCase();
    if (isFiller(typed) || COMMON_WORDS.has(typed) || OTHER_SHORT_WORDS.has(typed)) continue;
    const filters = COUNTRY.map((member): Filter => ({ member, op: "eq", value: code }));
    add([typed], valueSem("country", filters, code)); // "active de", as it is typed in haste
  }
  const devices = gazetteer.devices.flatMap(({ name: device, tag }) => [
    { words: wordsOf(device), tag },
    { words: wordsOf(tag), tag },
    ...shortDevice(wordsOf(device), wordsOf(tag)).map((words) => ({ words, tag })),
  ]);
  for (const [words, tags] of tagsByName(devices))
    add(words.split(" "), {
      cat: "noun",
      view: "sims",
      conds: [
        {
          k: "value",
          options: [{ view: "sims", dim: "tag", filter: anyTag(tags) }],
          said: tags.join(" or "),
        },
      ],
    });
  const kinds = new Set(gazetteer.devices.map(({ tag }) => tag));
  const named = new Set(
    devices.flatMap(({ words, tag }) => [...words, ...wordsOf(tag)]).map(singular),
  );
  for (const name of GENERAL_DEVICES)
    if (!named.has(name)) add([name], { cat: "noun", view: "sims", conds: [] });
  for (const tag of gazetteer.tags) {
    const sem = valueSem("tag", [{ member: "sims.tags", op: "has", value: tag }], tag);
    add(wordsOf(tag), kinds.has(tag) ? { ...sem, device: true } : sem);
  }
}

/** "Monitors", where there are patient monitors and elevator monitors, are any of them. */
function tagsByName(
  devices: readonly { readonly words: readonly string[]; readonly tag: string }[],
): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const { words, tag } of devices) {
    const name = words.map(singular).join(" ");
    const known = tags.get(name) ?? [];
    tags.set(name, known.includes(tag) ? known : [...known, tag]);
  }
  return tags;
}

function anyTag(tags: readonly string[]): Filter {
  const [first, ...others] = tags.map(
    (value): Filter => ({ member: "sims.tags", op: "has", value }),
  );
  return first && others.length === 0
    ? first
    : { or: [first, ...others].flatMap((one) => one ?? []) };
}

/** The last word of a device's name, where that is no everyday word: `container tracker` → `tracker`. */
function shortDevice(device: readonly string[], tag: readonly string[]): string[][] {
  const last = device.at(-1);
  const [first = ""] = device;
  if (last === undefined || device.length < 2) return [];
  const outer = device.length > 2 ? [[first, last], device.slice(1)] : [];
  return tag[0] === last ? outer : [[last], ...outer];
}

function exact(names: readonly string[]): Map<string, string[]> {
  return new Map(names.map((name) => [wordsOf(name).join(" "), [name]]));
}

/** Full names, names written apart (`VoltCharge`, `volt charge`), and first words that are no English words. */
function aliasesOf(names: readonly string[], { shared = false } = {}): Map<string, string[]> {
  const aliases = new Map<string, string[]>();
  const put = (words: readonly string[], name: string) => {
    const key = words.join(" ");
    if (key === "") return;
    const list = aliases.get(key) ?? [];
    if (!list.includes(name)) list.push(name);
    aliases.set(key, list);
  };
  for (const name of names) {
    const words = wordsOf(name);
    put(words, name);
    put(wordsOf(name.replace(/([\p{Ll}])(\p{Lu})/gu, "$1 $2")), name);
    const first = words[0] ?? "";
    if (words.length > 1 && first.length >= 4 && !COMMON_WORDS.has(first) && !isFiller(first))
      put([first], name);
    if (words.length > 2) put(words.slice(0, -1), name);
    if (shared && words.length > 1 && (words.at(-1) ?? "").length === 2)
      put(words.slice(0, -1), name);
  }
  const full = new Set(names.map((name) => wordsOf(name).join(" ")));
  for (const [alias, values] of aliases) {
    if (values.length > 1 && !shared) aliases.delete(alias);
    else if (values.length > 1 && full.has(alias))
      aliases.set(
        alias,
        values.filter((value) => wordsOf(value).join(" ") === alias),
      );
  }
  return aliases;
}
