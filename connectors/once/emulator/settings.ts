/** What can be changed while it runs. Durations are those of the real API; `timeFactor` shortens them. */
export interface Settings {
  /** 20 makes 200 calls a second and queued work 20 times as fast. Tokens keep their real seconds. */
  timeFactor: number;
  /**
   * Follows what was seen of the real API where that breaks the published documents: dates without a
   * zone, lists where an object is documented, a radio technology that is not in the enumeration, and
   * text in answers that are documented as empty.
   */
  quirks: boolean;
  /** Whether a 429 says when to come again; no document of 1NCE's promises it. */
  retryAfter: boolean;
  /** Whether a list of orders heeds a minus in `sort`; no document says so. */
  descendingOrders: boolean;
  /** As from 2027: the SIM calls of v1 are gone. */
  v1Retired: boolean;
  tokenSeconds: number;
  simCallsPerSecond: number;
  /** Until an accepted bulk update, reset or transfer is carried out. */
  queueDelayMs: number;
  /** Until a message to a device is delivered, and between two attempts. */
  smsDelayMs: number;
  /** Until a new order can be seen. */
  orderAppearsMs: number;
  /** Until a batch that the streamer's target did not take is sent again. */
  streamRetryMs: number;
  /** Added to the `Date` header and to every timestamp. */
  skewMs: number;
  /** The customer, as events and streamer records name it. */
  organisation: string;
}

export const DEFAULT_SETTINGS: Settings = {
  timeFactor: 1,
  quirks: true,
  retryAfter: false,
  descendingOrders: true,
  v1Retired: false,
  tokenSeconds: 3600,
  simCallsPerSecond: 10,
  queueDelayMs: 3_000,
  smsDelayMs: 4_000,
  orderAppearsMs: 0,
  streamRetryMs: 5_000,
  skewMs: 0,
  organisation: "Emulated Organisation",
};
