import { type ActionContext, ask, type Question } from "./context.ts";
import type { Details } from "./details.ts";
import { guessed } from "./guessed-message.ts";
import type { Match } from "./request.ts";

/** Words in capitals that are no commands to a device. */
const NO_COMMANDS = new Set(
  "SMS SIM SIMS ICCID ICCIDS IMEI IMSI MSISDN LTE LTE-M NB-IOT IOT EV EVS GB MB KB USA UK UAE EU VIP API OK ASAP PLS PLEASE ALL I GPS M2M CET UTC ID IP".split(
    " ",
  ),
);
const CARRIER =
  "(?:(?:an?|the|this|following|text|sms|short|message|command|cmd|wake up|wake-up)\\b[ :]*)+";
const LEFT = new RegExp(
  `^\\s*(?:${CARRIER})?(?:(?:saying|with (?:the )?(?:text|content|body|message)|that says|containing|reading|with|as|by|please|pls)\\b[ :]*)*`,
  "i",
);

/**
 * The text to send, whole or not at all: in quotes, in capitals that nothing goes on (REBOOT, GET DIAG), or one
 * word where the sentence has its place for it.
 */
export function messageOf({ object }: Match, context: ActionContext): Details | Question {
  const found = quoted(object) ?? capitals(object, context) ?? placed(object);
  if (!found)
    return ask(
      'Which text should be sent? Put it in quotation marks, for instance: send SMS "reboot" to all chargers.',
      guessed(object),
    );
  const rest = found.rest
    .replace(LEFT, " ")
    .replace(/\b(?:an?|the|this) (?:text|sms|message|command)(?: message)?\b/gi, " ")
    .replace(/\b(?:as|by|via|per) (?:an? )?(?:text|sms|message)(?: message)?\b/gi, " ")
    .replace(/\b(?:saying|that says|with the text|command|the words?)\b/gi, " ")
    .replace(/\b(?:text|sms|message)s?(?= *$| *to\b)/gi, " ")
    .replace(/\b(?:with|of|as|:)\s*$/i, " ");
  return { input: { body: found.body }, object: rest, how: `: “${found.body}”` };
}

interface Found {
  readonly body: string;
  readonly rest: string;
}

function quoted(object: string): Found | null {
  const match = /"([^"]{1,300})"|(?<![\p{L}\p{N}])'([^']{1,300})'(?![\p{L}\p{N}])/u.exec(object);
  const body = match?.[1] ?? match?.[2];
  return match && body ? { body, rest: object.replace(match[0], " ") } : null;
}

/** `GET DIAG`, `AT+REBOOT`, `SET apn=iot.fleet`: what a setting is set to may be written in any way. */
const VALUE = String.raw`\w+(?:[.:/@-]+\w+)*`;
const PIECE = String.raw`(?:[A-Z0-9_=,#*+?;-]+(?:=${VALUE})?|\w+=${VALUE})`;
const COMMAND = new RegExp(
  String.raw`(?<!\S)(?=[A-Z])${PIECE}(?: ${PIECE}(?!\S))*(?![\w=+-])`,
  "g",
);

function capitals(object: string, { gazetteer }: ActionContext): Found | null {
  const names = [
    ...gazetteer.operators,
    ...gazetteer.customers,
    ...gazetteer.tags,
    ...gazetteer.ratePlans,
    ...gazetteer.countries,
  ];
  const known = new Set(
    names.flatMap((name) => name.split(/[\s-]+/)).map((word) => word.toUpperCase()),
  );
  for (const [run] of object.matchAll(COMMAND)) {
    const words = run.split(" ").filter((word) => !NO_COMMANDS.has(word));
    const body = textOf(words.join(" "), object);
    if (body.length < 2 || !/[A-Z]{2}/.test(body) || words.some((word) => known.has(word)))
      continue;
    if (!object.includes(body) || goesOn(object, body)) continue;
    return { body, rest: object.replace(body, " ") };
  }
  return null;
}

/** Without the stop that ends the sentence; a text behind a colon, or within the sentence, is whole. */
function textOf(run: string, object: string): string {
  const [before = "", after = ""] = object.split(run);
  const isWhole = /:\s*$/.test(before) || /\w/.test(after);
  return run.replace(isWhole ? /[,;]$/ : /[,;?]$/, "");
}

/** "RESET 1 now", "please RESET the modem": the capitals are only a part of what should be sent. */
function goesOn(object: string, body: string): boolean {
  const [before = "", ...after] = object.split(body);
  const next = /^[\s,.;:!?]*([\w'-]+)/.exec(after.join(body))?.[1] ?? "to";
  return !FOLLOWS.test(next) || /\b(?:please|pls|then|and)\s*$/i.test(before);
}

const FOLLOWS =
  /^(?:to|at|for|on|onto|via|by|as|command|commands|sms|text|message|all|every|each|the|our|my|those|these|them|please|pls|\S*\d\S*|sims?|devices?|cards?)$/i;

/** "send reboot to …", "… the command reboot". */
function placed(object: string): Found | null {
  const match =
    /^\s*(?:(?:an?|the) )?(?:(?:sms|text|message|command)(?: message)? )?(?!(?:sms|text|message|command|an?|the|them|they|those|these|it|all|every|each|both|me|us|him|her|everyone|everybody)\b)(?<body>[\w-]{2,40})(?: (?:command|sms|text|message|as an? (?:sms|text)))? to\b(?<rest>.*)$/is.exec(
      object,
    ) ??
    /^(?<rest>.*?) (?:an? |the )?(?:sms|text|message|command)(?: message)? (?:saying|that says|with the text|reading)?:? ?(?<body>[\w-]{2,40})$/is.exec(
      object,
    );
  const { body, rest } = match?.groups ?? {};
  return body && rest ? { body, rest } : null;
}
