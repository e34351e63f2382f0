import { formatCount } from "#app/lib/format.ts";
import { BYTES_OF_UNIT } from "#core/bytes.ts";

export const UNITS = ["MB", "GB", "SMS"] as const;
export type Unit = (typeof UNITS)[number];

/** As much as one change takes for a SIM. */
const MOST_TERABYTES = 32;
const MOST_BYTES = MOST_TERABYTES * 1024 * BYTES_OF_UNIT.gb;
const MOST_MESSAGES = 100_000;
const MOST_PACKAGES = 10;

/** What is typed as an amount becomes what the server takes, or the sentence that says why not. */
export type ReadAmount<Fields> = { readonly fields: Fields } | { readonly problem: string };

type TopUp =
  | { readonly type: "sms"; readonly messages: number }
  | { readonly type: "data"; readonly bytes: number };

export function topUpIn(text: string, unit: Unit): ReadAmount<TopUp> {
  if (text.trim() === "") return { problem: "Say how much to add." };
  const value = Number(text.trim().replace(",", "."));
  if (!Number.isFinite(value)) return { problem: "Give a number, such as 500 or 1.5." };
  if (unit === "SMS") {
    if (!Number.isInteger(value) || value < 1 || value > MOST_MESSAGES) {
      return {
        problem: `Give a whole number of messages, from 1 to ${formatCount(MOST_MESSAGES)}.`,
      };
    }
    return { fields: { type: "sms", messages: value } };
  }
  const bytes = Math.round(value * (unit === "GB" ? BYTES_OF_UNIT.gb : BYTES_OF_UNIT.mb));
  if (bytes < 1) return { problem: "Give more than 0." };
  if (bytes > MOST_BYTES) return { problem: `At most ${MOST_TERABYTES} TB can be added to a SIM.` };
  return { fields: { type: "data", bytes } };
}

export function packagesIn(
  text: string,
): ReadAmount<{ readonly type: "data"; readonly packages: number }> {
  const packages = Number(text);
  if (
    text.trim() === "" ||
    !Number.isInteger(packages) ||
    packages < 1 ||
    packages > MOST_PACKAGES
  ) {
    return { problem: `Give a whole number of packages, from 1 to ${MOST_PACKAGES}.` };
  }
  return { fields: { type: "data", packages } };
}
