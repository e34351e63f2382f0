import type { Reading } from "../read.ts";
import { namedSim } from "./substitute.ts";

const ONLY_DIGITS =
  /^(?:and |or |ok |now |what about |how about |same for )*(?:for |of )?(?:the )?(?:sim |device |card |number |no\.? |one )?[#-]?(?<digits>\d{2,6})[ ?.!]*$/i;

/** "And 0528?" after "pump-0337": the SIM that is called the same but for its number; null for other turns. */
export function namingSibling(earlier: Reading, question: string): string | null {
  const digits = ONLY_DIGITS.exec(question.trim())?.groups?.digits;
  const name = namedSim(earlier);
  const own = name && /\D(?<digits>\d+)$/.exec(name)?.groups?.digits;
  if (!digits || !own || own.length !== digits.length) return null;
  return question.replace(digits, `${name.slice(0, -own.length)}${digits}`);
}
