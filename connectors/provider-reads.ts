// What Simon asks a provider about a fleet. Bytes, messages and moments are ours; the provider's own
// units and codes end at its folder.

/** `low` and `exhausted` by the provider's own threshold. */
export type QuotaLevel = "plenty" | "low" | "exhausted";

/** A SIM as a list of all has it. */
export interface ListedSim {
  readonly iccid: string;
  readonly imsi: string | null;
  readonly msisdn: string | null;
  /** 15 digits, so that a new firmware does not pass for a new device. */
  readonly imei: string | null;
  readonly label: string | null;
  readonly is_enabled: boolean;
  readonly imei_lock: boolean;
  readonly ip_address: string | null;
  readonly activated_at: Date | null;
  readonly data_level: QuotaLevel | null;
  readonly sms_level: QuotaLevel | null;
  /** Bytes and messages of the whole quota; what is left of it takes `readQuota`. */
  readonly data_total: number | null;
  readonly sms_total: number | null;
}

export interface SimPage {
  /** By the provider's clock, as what it pushes is. */
  readonly told_at: Date;
  /** From 1. */
  readonly page: number;
  /** Null where the provider does not say. */
  readonly pages: number | null;
  /** How many SIMs there are in all; fewer that were seen in a whole pass are no reason to take others for gone. */
  readonly total: number | null;
  readonly sims: readonly ListedSim[];
  /** Entries of this page that are no SIM that we could keep. */
  readonly unreadable: number;
}

export interface QuotaReading {
  readonly type: "data" | "sms";
  /** Bytes or messages that the quota had when it was last added to. */
  readonly total: number;
  /** Below zero where more was used than there was. */
  readonly remaining: number;
  /** All that was ever added to it, where the provider says so. */
  readonly ever_added: number | null;
  readonly state: "active" | "exhausted" | "expired";
  /** Below so many percent it counts as low. */
  readonly threshold_percent: number | null;
  readonly expires_at: Date | null;
}

/** One UTC day of one SIM. */
export interface UsageDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly upload_bytes: number;
  readonly download_bytes: number;
  readonly sms_to_device: number;
  readonly sms_from_device: number;
}

export interface Connectivity {
  readonly state: "online" | "attached" | "offline" | "blocked";
  readonly operator: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
  readonly rat: "2G" | "3G" | "LTE" | "LTE-M" | "NB-IoT" | "5G" | null;
  readonly session_since: Date | null;
  /** When a network last reported it. */
  readonly seen_at: Date | null;
  /** Of the device in the present session. */
  readonly imei: string | null;
  /** Whether the account's monthly cap holds it back. */
  readonly is_limited: boolean;
}

export interface ProviderEvent {
  readonly id: string;
  readonly occurred_at: Date;
  /** The provider's text; `type` is what we make of it, null where it is none of ours. */
  readonly description: string;
  readonly type:
    | "attach"
    | "detach"
    | "session_start"
    | "session_end"
    | "reject"
    | "imei_change"
    | "quota_threshold"
    | "quota_exhausted"
    | null;
  readonly severity: "info" | "warning" | "critical";
  readonly cause: string | null;
  readonly operator: string | null;
  readonly country: string | null;
}

export interface ProviderMessage {
  readonly id: string;
  readonly direction: "mt" | "mo";
  readonly status: "pending" | "delivered" | "failed" | "expired";
  readonly body: string | null;
  readonly sent_at: Date;
  readonly delivered_at: Date | null;
}

/** In the status of an order that was not carried out, in any case of letters: for JavaScript and for Postgres. */
export const CAME_TO_NOTHING = "cancel|reject|fail|refus|declin";

export interface OrderReading {
  readonly number: string;
  readonly kind: "first" | "additional" | "top_up" | "bulk_top_up" | "tariff_change" | "other";
  readonly status: string;
  readonly ordered_at: Date | null;
  /** Decimal text, gross, as invoiced. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly iccids: readonly string[];
}

export interface ProductReading {
  readonly id: string;
  readonly name: string;
  readonly charges: readonly {
    readonly name: string;
    readonly amount: number;
    readonly currency: string;
    readonly recurs: boolean;
  }[];
}

/** Monthly caps of the whole account; null where none is set. */
export interface AccountLimits {
  readonly data_bytes: number | null;
  readonly sms_to_device: number | null;
  readonly sms_from_device: number | null;
}

interface ReadOptions {
  readonly signal: AbortSignal;
}

/** Every method throws ProviderError: `busy` and `lost` may be asked again, `rejected` not. */
export interface ProviderReads {
  /** Of a page of `listSims`. */
  readonly simsPerPage: number;
  /**
   * One pass over all SIMs, page by page as they arrive; `fromPage` goes on with one that broke off. A SIM
   * may come twice, where the fleet changed during the pass.
   */
  listSims(options: ReadOptions & { readonly fromPage?: number }): AsyncIterable<SimPage>;
  /** Null when it has no such SIM; so have those below that take an ICCID. */
  readSim(iccid: string, options: ReadOptions): Promise<ListedSim | null>;
  readQuota(
    iccid: string,
    type: "data" | "sms",
    options: ReadOptions,
  ): Promise<QuotaReading | null>;
  /** Days `from` to `to`, both `YYYY-MM-DD` and included. */
  readUsage(
    iccid: string,
    range: { readonly from: string; readonly to: string },
    options: ReadOptions,
  ): Promise<readonly UsageDay[] | null>;
  readConnectivity(iccid: string, options: ReadOptions): Promise<Connectivity | null>;
  /** The newest first, at most `limit`. */
  readEvents(
    iccid: string,
    options: ReadOptions & { readonly limit: number },
  ): Promise<readonly ProviderEvent[] | null>;
  readMessages(
    iccid: string,
    options: ReadOptions & { readonly limit: number },
  ): Promise<readonly ProviderMessage[] | null>;
  /** The newest first. */
  listOrders(options: ReadOptions & { readonly limit: number }): Promise<readonly OrderReading[]>;
  listProducts(options: ReadOptions): Promise<readonly ProductReading[]>;
  readLimits(options: ReadOptions): Promise<AccountLimits>;
}
