import type { Filter } from "#query/query.ts";
import { table } from "../text/table.ts";
import type { Token } from "../text/tokenise.ts";
import type { Option, Sem } from "./items.ts";
import { type Lexicon, simOptions } from "./lexicon.ts";
import { valueSem } from "./value-sem.ts";

const ICCID_DIGITS = [18, 19, 20, 21, 22];
/** How far before a number the word may stand that says what number it is: "imsi is: 9014…". */
const KIND_REACH = 4;

type Identity = "imsi" | "imei" | "msisdn";

const KINDS = table<Identity>({
  imsi: "imsi",
  imei: "imei",
  msisdn: "msisdn",
  phone: "msisdn",
  telephone: "msisdn",
  mobile: "msisdn",
});

/** ICCIDs, IMSIs, IMEIs, phone numbers, IP addresses, device names, and lists in quotes. */
export function identifiersAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): [number, Sem][] {
  const token = tokens[at];
  if (!token) return [];
  if (token.kind === "address") return [[1, simValue(token.raw, addressOptions(token.word))]];
  if (token.kind === "digits") {
    const options = numberOptions(token.word, kindBefore(tokens, at));
    return options.length > 0 ? [[1, simValue(token.raw, options)]] : [];
  }
  const list = token.kind === "quote" ? lexicon.lists.get(token.word.toLowerCase()) : undefined;
  if (list !== undefined) {
    return [[1, valueSem("tag", [{ member: "sims.lists", op: "has", value: list }], list)]];
  }
  return labelsAt(tokens, at, lexicon).map(([length, label]) => [
    length,
    simValue(label, [
      { view: "sims", dim: "sim", filter: { member: "sims.label", op: "eq", value: label } },
    ]),
  ]);
}

function simValue(said: string, options: readonly Option[]): Sem {
  return { cat: "value", cond: { k: "value", options, said }, dim: "sim" };
}

function addressOptions(address: string): Option[] {
  return (["sims", "audit_logs"] as const).map((view) => ({
    view,
    dim: "sim",
    filter: { member: `${view}.ip_address`, op: "eq", value: address },
  }));
}

function kindBefore(tokens: readonly Token[], at: number): Identity | null {
  if (tokens[at - 1]?.raw === "+") return "msisdn";
  for (let back = at - 1; back >= Math.max(0, at - KIND_REACH); back--) {
    const kind = KINDS[tokens[back]?.word ?? ""];
    if (kind) return kind;
  }
  return null;
}

/** A long number by what it was called, else by how long it is; 15 digits may be three things. */
function numberOptions(digits: string, kind: Identity | null): Option[] {
  if (kind === null && ICCID_DIGITS.includes(digits.length)) return simOptions(digits.slice(0, 19));
  const kinds: Identity[] =
    kind !== null
      ? [kind]
      : digits.length === 14 || digits.length === 15
        ? ["imsi", "imei", "msisdn"]
        : digits.length >= 8 && digits.length <= 16
          ? ["msisdn"]
          : [];
  const filters = kinds.map((one) => identityIs(one, digits));
  const [first] = filters;
  if (!first) return [];
  return [{ view: "sims", dim: "sim", filter: filters.length === 1 ? first : { or: filters } }];
}

/** Phone numbers are stored with or without their plus. */
function identityIs(kind: Identity, digits: string): Filter {
  if (kind === "msisdn") return { member: "sims.msisdn", op: "in", values: [`+${digits}`, digits] };
  return { member: `sims.${kind}`, op: "eq", value: digits };
}

const MAX_LABEL_TOKENS = 8;

function labelsAt(tokens: readonly Token[], at: number, lexicon: Lexicon): [number, string][] {
  const first = tokens[at];
  if (!first || first.kind === "symbol" || first.kind === "break") return [];
  if (first.kind === "quote")
    return lexicon.labels.has(first.word.toLowerCase()) ? [[1, first.word]] : [];
  const found: [number, string][] = [];
  let text = "";
  let dashed = ""; // "water meter 0005", as it is said
  for (let length = 1; length <= MAX_LABEL_TOKENS; length++) {
    const token = tokens[at + length - 1];
    if (!token || token.kind === "break" || token.kind === "quote") break;
    const gap = length === 1 ? "" : token.glued ? joint(tokens[at + length - 2], token) : " ";
    text += gap + token.raw;
    dashed += (gap === " " ? "-" : gap) + token.raw.toLowerCase();
    const next = tokens[at + length];
    if (next?.glued && (next.kind === "word" || next.kind === "number" || next.kind === "digits"))
      continue; // not in the middle of a longer identifier
    const low = text.toLowerCase();
    if (
      lexicon.labels.has(low) ||
      (/\d/.test(low) && lexicon.labelShapes.has(low.replace(/\d/g, "9")))
    )
      found.push([length, text]);
    else if (dashed !== low && lexicon.labelShapes.has(dashed.replace(/\d/g, "9")))
      found.push([length, dashed]);
  }
  return found;
}

/** What stood between two glued tokens: nothing, or the hyphen that the tokeniser swallowed. */
function joint(before: Token | undefined, token: Token): string {
  return before && token.start - before.end === 1 ? "-" : "";
}
