import { z } from "zod";
import type { ProviderEvent } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { countryOf } from "../values/country.ts";
import { eventTypeOf, severityOf } from "../values/event-type.ts";
import { countryOfMcc } from "../values/mcc.ts";
import { coded, instant, text } from "./fields.ts";
import { firstOf } from "./pages.ts";

const Detail = z
  .object({
    name: text.optional(),
    country: z
      .object({ name: text.optional(), mcc: text.optional(), iso_code: text.optional() })
      .nullable()
      .optional(),
    update_location_failure_reason: text.optional(),
    data_service_failure_cause: text.optional(),
    pdp_context: z.object({ mcc: text.optional() }).nullable().optional(),
  })
  .nullable()
  .catch(null);

const Event = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  timestamp: instant.refine((value) => value !== null, "is missing"),
  event_type: coded.optional(),
  description: text.optional(),
  alert: z.boolean().nullable().catch(null).optional(),
  event_severity: coded.optional(),
  detail: Detail.optional(),
});

/** The newest first: v2 does not say in which order they come. */
export async function readEvents(
  account: OnceAccount,
  iccid: string,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<ProviderEvent[] | null> {
  const events = await firstOf(account, Event, {
    path: `v2/sims/${encodeURIComponent(iccid)}/events`,
    sizeName: "pageSize",
    maxSize: 1000,
    limit,
    signal,
  });
  if (!events) return null;
  return events.flatMap(toEvent).sort((a, b) => +b.occurred_at - +a.occurred_at);
}

function toEvent({ id, timestamp, detail, ...event }: z.output<typeof Event>): ProviderEvent[] {
  if (timestamp === null) return [];
  const description = event.event_type?.description ?? event.description ?? "Unnamed event";
  const { data_service_failure_cause, update_location_failure_reason, country } = detail ?? {};
  const cause = data_service_failure_cause ?? update_location_failure_reason ?? null;
  return [
    {
      id,
      occurred_at: timestamp,
      description,
      type: eventTypeOf(description, cause),
      severity: severityOf(event.event_severity?.description ?? null, event.alert === true),
      cause,
      operator: detail?.name ?? null,
      country:
        countryOf(country?.iso_code ?? null) ??
        countryOfMcc(country?.mcc ?? detail?.pdp_context?.mcc) ??
        countryOf(country?.name ?? null),
    },
  ];
}
