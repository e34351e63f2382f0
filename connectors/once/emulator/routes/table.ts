import type { Answer, Call, Version } from "../answer.ts";
import { getProducts } from "../orders/products.ts";
import type { LimitGroup } from "../rate-limit.ts";
import type { World } from "../world.ts";
import { postSims, postTransfer } from "./bulk.ts";
import { getEventsV1, getEventsV2 } from "./events.ts";
import { getLimitOptions, getLimits, postLimits } from "./limits.ts";
import { getOrder, getOrders, postOrder } from "./orders.ts";
import { getQuota } from "./quotas.ts";
import { postReset } from "./reset.ts";
import { getSim, getSims, putSim } from "./sims.ts";
import { deleteSms, getSms, getSmsList, postSms } from "./sms.ts";
import { getConnectivityInfo, getStatus } from "./status.ts";
import { getSupport, postSupport } from "./support.ts";
import { postAutoTopUp, postExtension, postTopUp, postTopUps } from "./top-up.ts";
import { getUsage } from "./usage.ts";

export type Handler = (world: World, call: Call) => Answer;

export interface Route {
  readonly method: string;
  /** As the OpenAPI documents write it. */
  readonly path: string;
  readonly version: Version;
  readonly group: LimitGroup;
  readonly handler: Handler;
  readonly pattern: RegExp;
}

/** Fixed paths stand before those with a parameter in the same place. */
export const ROUTES: readonly Route[] = [
  ...both("GET", "/sims", getSims),
  route("POST", "/v1/sims", postSims),
  route("POST", "/v1/sims/simTransfer", postTransfer),
  route("POST", "/v1/sims/topup", postTopUps),
  ...both("POST", "/sims/autoTopup", postAutoTopUp),
  route("GET", "/v1/sims/limits", getLimits),
  route("POST", "/v1/sims/limits", postLimits),
  route("GET", "/v1/sims/{service}/limits", getLimitOptions),
  route("POST", "/v1/sims/extension", postExtension),
  ...both("GET", "/sims/{iccid}", getSim),
  ...both("PUT", "/sims/{iccid}", putSim),
  ...both("GET", "/sims/{iccid}/status", getStatus),
  route("GET", "/v1/sims/{iccid}/connectivity_info", getConnectivityInfo),
  ...both("POST", "/sims/{iccid}/reset", postReset),
  route("GET", "/v1/sims/{iccid}/events", getEventsV1),
  route("GET", "/v2/sims/{iccid}/events", getEventsV2),
  route("GET", "/v1/sims/{iccid}/usage", getUsage),
  ...both("GET", "/sims/{iccid}/quota/data", getQuota("data")),
  ...both("GET", "/sims/{iccid}/quota/sms", getQuota("sms")),
  ...both("GET", "/sims/{iccid}/sms", getSmsList),
  ...both("POST", "/sims/{iccid}/sms", postSms),
  ...both("GET", "/sims/{iccid}/sms/{id}", getSms),
  ...both("DELETE", "/sims/{iccid}/sms/{id}", deleteSms),
  ...both("POST", "/sims/{iccid}/topup", postTopUp),
  route("GET", "/v1/orders", getOrders),
  route("POST", "/v1/orders", postOrder),
  route("GET", "/v1/orders/{order_number}", getOrder),
  route("GET", "/v1/products", getProducts),
  route("GET", "/v1/support", getSupport),
  route("POST", "/v1/support", postSupport),
];

/** The route of a path below the base URL, with what stands in its parameters. */
export function findRoute(
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | null {
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const match = route.pattern.exec(path);
    if (!match) continue;
    const params = Object.entries(match.groups ?? {}).map(([name, value]) => [
      name,
      decodeURIComponent(value),
    ]);
    return { route, params: Object.fromEntries(params) };
  }
  return null;
}

function both(method: string, path: string, handler: Handler): Route[] {
  return [route(method, `/v1${path}`, handler), route(method, `/v2${path}`, handler)];
}

function route(method: string, path: string, handler: Handler): Route {
  const pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
  const group = path.split("/")[2] as LimitGroup;
  return { method, path, version: path.startsWith("/v2") ? 2 : 1, group, handler, pattern };
}
