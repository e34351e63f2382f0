import { isIP } from "node:net";
import type { StreamedRecord, StreamedSim, UnreadableRecord } from "#connectors/stream-record.ts";
import { toIccid } from "#core/iccid.ts";
import { countryOf } from "../values/country.ts";
import { imeiOf } from "../values/imei.ts";
import { instantOf } from "../values/instant.ts";
import { countryOfMcc } from "../values/mcc.ts";
import { ratOf } from "../values/radio.ts";
import { type Fields, firstText, isFields, within } from "./fields.ts";
import { readEvent } from "./read-event.ts";
import { readUsage } from "./read-usage.ts";
import { type Shared, unreadable } from "./shared.ts";

const MAX_ID_LENGTH = 120;
const EARLIEST = Date.UTC(2000, 0, 1);

/**
 * One record of the Data Streamer, of usage or an event, nested or in the flat form of Platform 2.0.
 *
 * @param latest What lies after it has a wrong clock, and would hide all that really comes later.
 */
export function readRecord(value: unknown, latest: Date): StreamedRecord | UnreadableRecord {
  if (!isFields(value)) return unreadable(null, "It is no JSON object.");
  const id = firstText(value.id);
  if (id === null) return unreadable(null, "It has no id.");
  if (id.length > MAX_ID_LENGTH) return unreadable(null, "Its id is too long.");
  const isEvent = "event_type" in value || "event_type_id" in value;
  const at = momentOf(value, isEvent);
  if (at === null) return unreadable(id, "It does not say when it happened.");
  if (at.getTime() < EARLIEST) return unreadable(id, "Its time lies before the year 2000.");
  if (at > latest) return unreadable(id, "Its time lies in the future.");
  const sim = simOf(value);
  if (!sim) return unreadable(id, "It does not say which SIM it is about.");
  const shared = { id, sim, at, ...networkOf(value), imei: deviceOf(value) };
  return isEvent ? readEvent(value, shared) : readUsage(value, shared);
}

function momentOf(fields: Fields, isEvent: boolean): Date | null {
  const candidates = isEvent
    ? [fields.timestamp, fields.event_timestamp, fields.ingestion_timestamp]
    : [fields.end_timestamp, fields.start_timestamp, fields.timestamp, fields.ingestion_timestamp];
  for (const candidate of candidates) {
    const at = instantOf(candidate);
    if (at) return at;
  }
  return null;
}

/** An endpoint is named by its ICCID unless its owner renamed it. */
function simOf(fields: Fields): StreamedSim | null {
  const sim = within(fields, "sim");
  const endpoint = within(fields, "endpoint");
  const iccid =
    iccidOf(firstText(sim.iccid, fields.iccid, fields.sim_iccid)) ??
    iccidOf(firstText(endpoint.name, fields.endpoint_name));
  const providerId = firstText(sim.id, fields.sim_id);
  const ipAddress = ipOf(firstText(endpoint.ip_address, fields.endpoint_ip_address));
  const isNamed = iccid !== null || providerId !== null || ipAddress !== null;
  return isNamed ? { iccid, providerId, ipAddress } : null;
}

function iccidOf(text: string | null): string | null {
  if (text === null || !/^\d{19,20}$/.test(text)) return null;
  try {
    return toIccid(text);
  } catch {
    return null; // a wrong check digit: some other number
  }
}

function ipOf(text: string | null): string | null {
  return text !== null && isIP(text) !== 0 && !text.includes("%") ? text : null;
}

function deviceOf(fields: Fields): string | null {
  const pdp = within(within(fields, "detail"), "pdp_context");
  const text = firstText(
    within(fields, "endpoint").imei,
    fields.endpoint_imei,
    pdp.imeisv,
    fields.imei,
  );
  return imeiOf(text);
}

function networkOf(fields: Fields): Pick<Shared, "operator" | "country" | "rat"> {
  const detail = within(fields, "detail");
  const pdp = within(detail, "pdp_context");
  const places = [fields, detail, pdp];
  const operators = places.map((place) => within(place, "operator"));
  const countries = [...operators, ...places].map((place) => place.country);
  const country = countries.flatMap((value) =>
    isFields(value) ? [value["iso-code"], value.iso_code, value.code, value.name] : [value],
  );
  const codes = countries.map((value) => (isFields(value) ? value.mcc : null));
  const rats = [pdp.rat_type, fields.rat_type, detail.rat_type, fields.rat_type_id];
  return {
    // the detail of an event is the operator itself, with more about it
    operator: firstText(
      ...operators.map(({ name }) => name),
      fields.operator_name,
      isFields(detail.country) ? detail.name : null,
    ),
    country:
      countryOf(firstText(...country, fields.operator_country_name)) ??
      countryOfMcc(firstText(...codes, pdp.mcc, fields.operator_mcc)),
    rat: ratOf(
      firstText(...rats.flatMap((rat) => (isFields(rat) ? [rat.description, rat.id] : [rat]))),
    ),
  };
}
