import { READABLE_CODES } from "../lexicon/countries.ts";
import { FILLERS } from "../lexicon/fillers.ts";
import { MESSAGE_WORDS, SAYS } from "../lexicon/says.ts";
import { type Token, wordsOf } from "../text/tokenise.ts";
import type { Sem } from "./items.ts";

/** Beats the readings of its words: GET DIAG is neither a request nor a name. */
const COMMAND = 12;
/** Anything that is understood beats it. */
const PLAIN = 3;
const NEAR = 4;
const MAX_COMMAND = 6;

/** Abbreviations that are no texts of messages. */
const ABBREVIATIONS = new Set(
  "SMS SIM SIMS ESIM MO MT ICCID ICCIDS IMEI IMSI MSISDN UTC CET SLA KPI ID IDS CSV PDF API MCP IP IPS LTE NB IOT MB GB KB TB OK'D ASAP FYI TL PLS PLEASE NOT AND OR ALL ONLY NO".split(
    " ",
  ),
);

/** Texts of messages and tickets that stand there without quotation marks, with their length and score. */
export function textsAt(tokens: readonly Token[], at: number): [number, Sem, number][] {
  const found: [number, Sem, number][] = [];
  const command = commandAt(tokens, at);
  if (command) {
    const text = textOf(tokens.slice(at, at + command));
    found.push([command, { cat: "quote", text }, COMMAND * command]);
  }
  const token = tokens[at];
  if (token?.kind === "word" && standsInField(tokens, at))
    found.push([1, { cat: "quote", text: token.raw, how: "contains" }, COMMAND]);
  if (token?.kind === "word" && !FILLERS.has(token.word) && followsSays(tokens, at)) {
    found.push([1, { cat: "quote", text: token.raw }, PLAIN]);
    const next = tokens[at + 1];
    if (next?.kind === "word" && !FILLERS.has(next.word))
      found.push([2, { cat: "quote", text: textOf([token, next]) }, PLAIN + 1]);
  }
  return found;
}

/** REBOOT, GET DIAG, CONFIG interval=60: words in capitals near "text" or "message". */
function commandAt(tokens: readonly Token[], at: number): number {
  if (!isCapital(tokens[at]) || isCapital(tokens[at - 1]) || isShouted(tokens)) return 0;
  let length = 1;
  while (length < MAX_COMMAND) {
    const next = tokens[at + length];
    const isPair = tokens[at + length + 1]?.word === "=" || next?.glued;
    const isValue = tokens[at + length - 1]?.word === "=";
    if (
      !next ||
      next.kind === "break" ||
      /^[,;:.?!]$/.test(next.word) ||
      !(isCapital(next) || isPair || isValue)
    )
      break;
    length++;
  }
  const around = tokens.slice(Math.max(0, at - NEAR), at + length + NEAR);
  const isText = around.some((token) => MESSAGE_WORDS.has(token.word)) || followsSays(tokens, at);
  return isText ? length : 0;
}

function isCapital(token: Token | undefined): boolean {
  return (
    token?.kind === "word" &&
    /^\p{Lu}{2,}$/u.test(token.raw) &&
    !ABBREVIATIONS.has(token.raw) &&
    !READABLE_CODES.has(token.raw)
  );
}

function isShouted(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === "word");
  return 2 * words.filter(isCapital).length > words.length;
}

const SAYS_WORDS: readonly (readonly string[])[] = SAYS.filter(([, how]) => how === "contains")
  .flatMap(([say]) => say.split(" | "))
  .map((phrase) => wordsOf(phrase));

const FIELDS = new Set(["subject", "title", "description", "body"]);

/** "with invoice in the subject". */
function standsInField(tokens: readonly Token[], at: number): boolean {
  const [before, ...after] = [at - 1, at + 1, at + 2, at + 3].map((n) => tokens[n]?.word ?? "");
  const starts = ["with", "having", "has", "have"].includes(before ?? "");
  return (
    starts && after[0] === "in" && FIELDS.has((after[1] === "the" ? after[2] : after[1]) ?? "")
  );
}

const ABOUT = new Set(["about", "regarding", "concerning"]);
const WRITTEN = new Set(["ticket", "tickets", "case", "cases", "complaint", "complaints"]);

function followsSays(tokens: readonly Token[], at: number): boolean {
  if (ABOUT.has(tokens[at - 1]?.word ?? "") && WRITTEN.has(tokens[at - 2]?.word ?? "")) return true;
  const before = tokens[at - 1]?.word === "the" ? at - 1 : at;
  return SAYS_WORDS.some((phrase) =>
    phrase.every((word, offset) => tokens[before - phrase.length + offset]?.word === word),
  );
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) => `${index > 0 && !token.glued ? " " : ""}${token.raw}`)
    .join("");
}
