import type { Checked } from "./checked.ts";
import type { Column, Mapping } from "./columns.ts";
import { checkIccid, checkImei, checkImsi, checkMsisdn } from "./identifiers.ts";
import { checkInstant, type DayOrder } from "./instant.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { SimField } from "./spellings.ts";
import { checkCountry, checkIp, checkRat, checkStatus, checkTags, checkText } from "./words.ts";

/** A SIM of a file. `null` is what the file does not say: what is stored already stays. */
export interface SimRecord {
  readonly iccid: string;
  readonly imsi: string | null;
  readonly msisdn: string | null;
  readonly imei: string | null;
  readonly label: string | null;
  readonly status: string | null;
  readonly ip_address: string | null;
  readonly operator: string | null;
  readonly country: string | null;
  readonly rat: string | null;
  readonly rate_plan: string | null;
  readonly customer: string | null;
  readonly tags: readonly string[] | null;
  readonly activated_at: Date | null;
  readonly deactivated_at: Date | null;
  readonly last_seen_at: Date | null;
}

export type SimReader = (
  cells: readonly string[],
) => { record: SimRecord } | { problems: Problem[] };

/** Reads rows under `mapping`; `orders` says how each date column writes its days. */
export function simReader(
  mapping: Mapping<SimField>,
  orders: ReadonlyMap<SimField, DayOrder>,
): SimReader {
  return (cells) => {
    const problems: Problem[] = [];
    function read<T>(field: SimField, check: (text: string) => Checked<T>): T | null {
      const column = mapping.columns.get(field);
      const text = column ? (cells[column.index] ?? "").trim() : "";
      if (!column || text === "" || isNone(text)) return null;
      const checked = check(text);
      if (checked.ok) return checked.value;
      problems.push(problemOf(column.name, text, checked.reason));
      return null;
    }
    const day = (field: SimField) =>
      read(field, (text) => checkInstant(text, orders.get(field) ?? null))?.at ?? null;
    const iccid = read("iccid", checkIccid);
    if (iccid === null && problems.length === 0)
      problems.push(missingIccid(mapping.columns.get("iccid")));
    const record = {
      iccid: iccid ?? "",
      imsi: read("imsi", checkImsi),
      msisdn: read("msisdn", checkMsisdn),
      imei: read("imei", checkImei),
      label: read("label", checkText),
      status: read("status", checkStatus),
      ip_address: read("ip_address", checkIp),
      operator: read("operator", checkText),
      country: read("country", checkCountry),
      rat: read("rat", checkRat),
      rate_plan: read("rate_plan", checkText),
      customer: read("customer", checkText),
      tags: read("tags", checkTags),
      activated_at: day("activated_at"),
      deactivated_at: day("deactivated_at"),
      last_seen_at: day("last_seen_at"),
    };
    return problems.length > 0 ? { problems } : { record };
  };
}

/** What exports write into a cell that has no value. */
export function isNone(text: string): boolean {
  return /^(-|—|#?n\/a|null|none|nil|undefined|\\n)$/i.test(text);
}

export function missingIccid(column: Column | undefined): Problem {
  return problemOf(column?.name ?? "ICCID", "", "is empty");
}
