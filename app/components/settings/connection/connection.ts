import type { Shown, ShownConnection, ShownStream } from "#domain/connections/show-connection.ts";

/** As JSON has it: moments are text. */
type InJson<T> = {
  readonly [K in keyof T]: T[K] extends Date
    ? string
    : T[K] extends Date | null
      ? string | null
      : T[K];
};
export type Stream = InJson<ShownStream>;
export type Connection = InJson<Omit<ShownConnection, "stream">> & { readonly stream: Stream };
export type ConnectionState = Omit<Shown, "connection"> & {
  readonly connection: Connection | null;
};

export const CONNECTION_PATH = "/api/connection";

export const CAPABILITY_WORDS: Readonly<Record<keyof Shown["capabilities"], string>> = {
  list: "List its SIMs",
  status: "Activate and suspend",
  label: "Device names",
  imei_lock: "Lock a SIM to its device",
  usage: "Usage by day",
  quota: "What is left of a quota",
  connectivity: "Whether a SIM is online now",
  events: "Network events",
  sms: "SMS",
  top_up: "Top up",
  limits: "Monthly limits",
  reset: "Reset the connection of a SIM",
  orders: "Orders",
  products: "Products and prices",
  set_quota: "Set a quota to any size",
  rate_plan: "Change the rate plan",
  refresh_usage: "Fetch the usage of a SIM at once",
};
