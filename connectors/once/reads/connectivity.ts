import { z } from "zod";
import type { Connectivity } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";
import { countryOf } from "../values/country.ts";
import { imeiOf } from "../values/imei.ts";
import { countryOfMcc } from "../values/mcc.ts";
import { ratOf } from "../values/radio.ts";
import { coded, instant, text } from "./fields.ts";

const STATES: Readonly<Record<string, Connectivity["state"]>> = {
  ONLINE: "online",
  ATTACHED: "attached",
  OFFLINE: "offline",
  BLOCKED: "blocked",
};

const Country = z
  .object({
    name: text.optional(),
    mcc: text.optional(),
    iso_code: text.optional(),
    "iso-code": text.optional(), // as v1 spells it
  })
  .nullable()
  .optional();

const Status = z.object({
  status: z.object({
    description: z.string().transform((word, context) => {
      const state = STATES[word.toUpperCase()];
      if (state) return state;
      context.addIssue({ code: "custom", message: "is no known state" });
      return z.NEVER;
    }),
  }),
  data_traffic_limit_state: coded.optional(),
  location: z
    .object({
      last_updated: instant.optional(),
      operator: z.object({ name: text.optional(), country: Country }).nullable().optional(),
      country: Country,
    })
    .nullable()
    .optional(),
  pdp_contexts: z
    .array(
      z.object({
        created: instant.optional(),
        mcc: text.optional(),
        imeisv: text.optional(),
        rat_type: coded.optional(),
      }),
    )
    .nullable()
    .optional(),
});

export async function readConnectivity(
  account: OnceAccount,
  iccid: string,
  signal: AbortSignal,
): Promise<Connectivity | null> {
  const path = `v2/sims/${encodeURIComponent(iccid)}/status`;
  const found = await read(account, { path, schema: Status, signal });
  if (!found) return null;
  const { status, location, pdp_contexts, data_traffic_limit_state: limit } = found.value;
  const session = (pdp_contexts ?? []).toSorted((a, b) => timeOf(b.created) - timeOf(a.created))[0];
  return {
    state: status.description,
    operator: location?.operator?.name ?? null,
    country:
      isoOf(location?.operator?.country) ?? isoOf(location?.country) ?? countryOfMcc(session?.mcc),
    rat: ratOf(session?.rat_type?.description ?? null),
    session_since: session?.created ?? null,
    seen_at: location?.last_updated ?? session?.created ?? null,
    imei: imeiOf(session?.imeisv),
    is_limited: limit?.description?.toUpperCase() === "REACHED",
  };
}

function isoOf(country: z.output<typeof Country>): string | null {
  const code = country?.iso_code ?? country?.["iso-code"] ?? null;
  return countryOf(code) ?? countryOfMcc(country?.mcc) ?? countryOf(country?.name ?? null);
}

function timeOf(created: Date | null | undefined): number {
  return created?.getTime() ?? 0;
}
