import { asNumber } from "./values.ts";

/** What the answer says of one of its columns, where it says anything. */
export interface AnswerColumn {
  readonly name: string;
  readonly kind: string;
  readonly unit?: string | undefined;
}

/** By what both sides are divided before they are compared: never multiplied, so that rounding stays rounding. */
export interface Scale {
  readonly gold: number;
  readonly answer: number;
}

const PLAIN: Scale = { gold: 1, answer: 1 };
const KB = 1024;
const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  byte: 1,
  bytes: 1,
  kb: KB,
  mb: KB ** 2,
  gb: KB ** 3,
  tb: KB ** 4,
};
const NAMES_BYTES = /byte|volume|traffic|(^|_)[kmgt]b(_|$)/;
const NAMES_UNIT = /(?:^|_)([kmgt]b|bytes)(?:_|$)/;
const NAMES_SHARE =
  /(^|_)(percent|percentage|pct|share|ratio|prob|probability|confidence|growth|change)(_|$)|rate$/;

/**
 * How a column of the answer may differ from the gold's as a whole: bytes in another unit, which must be
 * the stated one where both state theirs, or a share as a percentage. A count is a count.
 */
export function scalesFor(goldName: string, column: AnswerColumn | undefined): Scale[] {
  const isBytes = column?.kind === "bytes" || NAMES_BYTES.test(goldName);
  const isShare = column?.kind === "percent" || NAMES_SHARE.test(goldName);
  return [
    PLAIN,
    ...(isBytes ? byteScales(goldName, column) : []),
    ...(isShare ? bothWays(100) : []),
  ];
}

function byteScales(goldName: string, column: AnswerColumn | undefined): Scale[] {
  const goldUnit = UNITS[NAMES_UNIT.exec(goldName)?.[1] ?? ""];
  const answerUnit =
    column?.kind === "bytes" ? UNITS[(column.unit ?? "b").toLowerCase()] : undefined;
  if (goldUnit === undefined || answerUnit === undefined)
    return [KB, KB ** 2, KB ** 3, KB ** 4].flatMap(bothWays);
  if (goldUnit === answerUnit) return [];
  return goldUnit < answerUnit
    ? [{ gold: answerUnit / goldUnit, answer: 1 }]
    : [{ gold: 1, answer: goldUnit / answerUnit }];
}

function bothWays(factor: number): Scale[] {
  return [
    { gold: factor, answer: 1 },
    { gold: 1, answer: factor },
  ];
}

export function divided(value: unknown, by: number): unknown {
  const number = by === 1 ? null : asNumber(value);
  return number === null ? value : number / by;
}
