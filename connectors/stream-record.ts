import type { Connectivity, ProviderEvent } from "./provider-reads.ts";

/** By what a pushed record names its SIM; the ICCID is ours, of 19 digits. */
export interface StreamedSim {
  readonly iccid: string | null;
  /** The provider's own number of it. */
  readonly providerId: string | null;
  readonly ipAddress: string | null;
}

interface Streamed {
  readonly id: string;
  readonly sim: StreamedSim;
  readonly at: Date;
  readonly operator: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
  readonly rat: Connectivity["rat"];
  readonly imei: string | null;
}

export interface StreamedData extends Streamed {
  readonly kind: "data";
  readonly uploadBytes: number;
  readonly downloadBytes: number;
}

export interface StreamedSms extends Streamed {
  readonly kind: "sms";
  /** `mt` went to the device. */
  readonly direction: "mt" | "mo";
}

export interface StreamedEvent
  extends Streamed,
    Pick<ProviderEvent, "type" | "description" | "severity" | "cause"> {
  readonly kind: "event";
}

export type StreamedRecord = StreamedData | StreamedSms | StreamedEvent;

/** What is no record that we can use, and why: a sentence of ours. */
export interface UnreadableRecord {
  readonly kind: "unreadable";
  readonly id: string | null;
  readonly reason: string;
}
