import type { Capabilities } from "../provider.ts";

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
    "1NCE sells a quota in fixed packages and cannot set one to another size. Ask for a top-up instead.",
  rate_plan:
    "1NCE changes tariffs in its portal only. Order the change there; Simon shows it after the next sync.",
} as const satisfies Capabilities;

export const TOP_UP_PACKAGE =
  "1NCE sells top-ups as one fixed package of data and SMS together. The amount cannot be chosen, and the price is the one of your contract.";
