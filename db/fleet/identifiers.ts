import { luhnDigit } from "#core/luhn.ts";
import { type Fleet, STREAM, streamOf } from "./fleet.ts";
import { hashOf, wholeBetween } from "./random.ts";

export interface Identifiers {
  readonly iccid: string;
  readonly imsi: string;
  readonly msisdn: string;
  readonly imei: string;
  readonly label: string;
  readonly ipAddress: string;
}

/** Numbers of an international M2M range; the organisation's name picks the block, the index the rest. */
export function identifiersOf(fleet: Fleet, index: number, device: string): Identifiers {
  const block = hashOf(fleet.organizationName) % 100_000;
  const serial = digits(index + 1, 7);
  return {
    iccid: `8988303${digits(block, 5)}${serial}`,
    imsi: `90143${digits(block % 1000, 3)}${serial}`,
    msisdn: `+88239${digits(block % 1000, 3)}${serial}`,
    imei: imeiOf(fleet, index, device),
    label: `${slugOf(device)}-${digits(index + 1, 4)}`,
    ipAddress: privateAddress(block, index),
  };
}

/** The IMEI of a second device, in which the SIM was found. */
export function otherImei(fleet: Fleet, index: number): string {
  return imeiOf(fleet, index, "unknown device");
}

export function slugOf(text: string): string {
  const slug = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return slug.replace(/^-|-$/g, "") || "device";
}

/** Type allocation code of the device, serial number, Luhn digit. */
function imeiOf(fleet: Fleet, index: number, device: string): string {
  const random = streamOf(fleet, STREAM.identity, index, hashOf(device));
  const type = digits(hashOf(device) % 1_000_000, 6);
  const body = `35${type}${digits(wholeBetween(random, 0, 999_999), 6)}`;
  return `${body}${luhnDigit(body)}`;
}

/** Unique within a fleet of up to 2^24 SIMs. */
function privateAddress(block: number, index: number): string {
  const second = (block + (index >>> 16)) & 255;
  return `10.${second}.${(index >>> 8) & 255}.${index & 255}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
