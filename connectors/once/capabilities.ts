import { BYTES_OF_UNIT } from "#core/bytes.ts";
import type { Capabilities, TopUpPackage } from "../provider.ts";

export const CAPABLE = {
  list: true,
  status: true,
  label: true,
  imei_lock: true,
  usage: true,
  quota: true,
  connectivity: true,
  events: true,
  sms: true,
  top_up: true,
  limits: true,
  reset: true,
  orders: true,
  products: true,
  set_quota:
    "1NCE sells volume in fixed packages and cannot set a quota to another size. Top the SIMs up instead.",
  rate_plan:
    "1NCE changes tariffs in its portal only. Order the change there; Simon shows it after the next sync.",
  refresh_usage:
    "The usage of SIMs at 1NCE comes by itself, with the sync. An owner starts it at once under Settings, Jobs.",
} as const satisfies Capabilities;

export const TOP_UP_PACKAGE: TopUpPackage = {
  bytes: 500 * BYTES_OF_UNIT.mb,
  messages: 250,
  about:
    "1NCE sells top-ups as fixed packages of data and SMS together, at the price of your contract.",
};
