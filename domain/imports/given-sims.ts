import type { Transaction } from "#db/database.ts";
import type { SimRecord } from "./sim-row.ts";

/** The records of a file as a table `g`. */
export function givenSims(sql: Transaction, records: readonly SimRecord[]) {
  return sql`jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) as g (
    iccid text, imsi text, msisdn text, imei text, label text, status text, ip_address inet,
    operator text, country text, rat text, rate_plan text, customer text, tags text[],
    activated_at timestamptz, deactivated_at timestamptz, last_seen_at timestamptz)`;
}
