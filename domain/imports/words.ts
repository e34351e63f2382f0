import { isIP } from "node:net";
import { type Checked, fail, ok } from "./checked.ts";
import {
  COUNTRY_ALIASES,
  DIRECTION_WORDS,
  normalize,
  RAT_WORDS,
  STATUS_WORDS,
  wordIndex,
} from "./spellings.ts";

const TEXT_MAX_CHARS = 500;
const TAGS_MAX = 50;

export const checkStatus = fromWords(
  STATUS_WORDS,
  "is no status that we know; use active, inactive, suspended or deactivated",
);
export const checkRat = fromWords(
  RAT_WORDS,
  "is no radio technology that we know; use 2G, 3G, LTE, LTE-M, NB-IoT or 5G",
);
export const checkDirection = fromWords(
  DIRECTION_WORDS,
  "is no direction that we know; use upload or download",
);

/** A code or an English or German name → ISO 3166-1 alpha-2. */
export function checkCountry(text: string): Checked<string> {
  const code = countryIndex().get(normalize(text));
  return code ? ok(code) : fail("is no country that we know; use its two-letter code, such as DE");
}

export function checkIp(text: string): Checked<string> {
  const address = text.replace(/\/(32|128)$/, "");
  return isIP(address) && !address.includes("%") ? ok(address) : fail("is no IP address");
}

/** What a formula without a result leaves in its cell; `#N/A` says that there is no value. */
const FORMULA_ERROR = /^#(DIV\/0!|NAME\?|NULL!|NUM!|REF!|VALUE!)$/;
/** What keeps a spreadsheet from taking a text for a formula, as our own exports write it. */
const FORMULA_GUARD = /^'(?=[=+\-@＝＋－＠])/;

export function checkText(text: string): Checked<string> {
  const line = text.replace(/\s+/g, " ").trim().replace(FORMULA_GUARD, "");
  if (FORMULA_ERROR.test(line))
    return fail("is the error of a formula; correct it in the spreadsheet");
  if (hasControlCharacter(line)) return fail("has characters that are no text");
  if (line.includes("\uFFFD") || !line.isWellFormed())
    return fail("has characters that are not valid UTF-8; save the file as UTF-8");
  return line.length <= TEXT_MAX_CHARS
    ? ok(line)
    : fail(`has ${line.length} characters; at most ${TEXT_MAX_CHARS} are kept`);
}

/** Separated by comma, semicolon or bar; each once. */
export function checkTags(text: string): Checked<string[]> {
  const line = checkText(text);
  if (!line.ok) return line;
  const tags = line.value
    .replace(/^[[{](.*)[\]}]$/, "$1")
    .split(/[,;|]/)
    .map((tag) =>
      tag
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .replace(FORMULA_GUARD, ""),
    );
  const unique = [...new Set(tags.filter((tag) => tag !== ""))];
  return unique.length <= TAGS_MAX
    ? ok(unique)
    : fail(`has ${unique.length} tags; at most ${TAGS_MAX} are kept`);
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

function fromWords<V extends string>(
  words: Readonly<Record<V, readonly string[]>>,
  reason: string,
) {
  const index = wordIndex(words);
  return (text: string): Checked<V> => {
    const value = index.get(normalize(text));
    return value ? ok(value) : fail(reason);
  };
}

/** Codes of `Intl` that are no countries, or none any more. */
const NO_COUNTRY = new Set([
  "AC",
  "AN",
  "BU",
  "CP",
  "CS",
  "DD",
  "DG",
  "EA",
  "EU",
  "EZ",
  "FX",
  "IC",
  "NT",
  "QO",
  "SU",
  "TA",
  "TP",
  "UN",
  "XA",
  "XB",
  "YD",
  "YU",
  "ZR",
  "ZZ",
]);
let countries: ReadonlyMap<string, string> | null = null;

function countryIndex(): ReadonlyMap<string, string> {
  countries ??= buildCountryIndex();
  return countries;
}

function buildCountryIndex(): Map<string, string> {
  const index = new Map<string, string>();
  const names = ["en", "de"].map(
    (locale) => new Intl.DisplayNames(locale, { type: "region", fallback: "none" }),
  );
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const found = names.map((list) => list.of(code)).filter((name) => name !== undefined);
    if (NO_COUNTRY.has(code) || found.length === 0) continue;
    index.set(normalize(code), code);
    for (const name of found) index.set(normalize(name), code);
  }
  for (const [code, aliases] of Object.entries(COUNTRY_ALIASES)) {
    for (const alias of aliases) index.set(alias, code);
  }
  return index;
}
