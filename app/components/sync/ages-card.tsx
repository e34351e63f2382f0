import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { Instant } from "#app/components/instant.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countOf, formatInstant, formatMoney } from "#app/lib/format.ts";
import type { SyncStatus } from "#domain/sync/status/sync-status.ts";
import { AGE_WORDS, sourceWords } from "./words.ts";

type Kind = SyncStatus["kinds"][number];

/** From when each kind of data is, where it came from, and what is wrong with it. */
export function AgesCard({ status }: { readonly status: SyncStatus }) {
  const { provider, top_ups: topUps } = status;
  const kinds = status.kinds.filter(({ as_of }) => provider !== null || as_of !== null);
  return (
    <Card className="overflow-hidden" aria-label="Age of the data">
      <div className="p-4">
        <h2 className="text-lg font-semibold">Age of the data</h2>
        <p className="mt-1 max-w-prose text-muted">
          {provider === null ? (
            <>
              This fleet is connected to no provider: its data is as it was loaded. An owner
              connects one under{" "}
              <Link href="/settings/connection" className="text-accent underline">
                Connection
              </Link>
              .
            </>
          ) : (
            `What ${provider} knows arrives here by itself: the list of SIMs, quotas and usage every hour where something moved, prices once a day.`
          )}
        </p>
      </div>
      {kinds.length > 0 ? (
        <ul className="divide-y divide-line border-t border-line">
          {kinds.map((kind) => (
            <AgeRow key={kind.kind} kind={kind} provider={provider} />
          ))}
        </ul>
      ) : null}
      {topUps.length > 0 ? (
        <p className="border-t border-line px-4 py-3 text-muted">
          Top-ups of the last 365 days, by the orders:{" "}
          {topUps
            .map(
              ({ amount, currency, orders }) =>
                `${formatMoney(amount, currency).text} in ${countOf(orders, "order")}`,
            )
            .join(", ")}
          .
        </p>
      ) : null}
    </Card>
  );
}

function AgeRow({ kind, provider }: { readonly kind: Kind; readonly provider: string | null }) {
  const now = useFleetNow();
  const { as_of: asOf, source, is_stale: isStale, waiting, last_run: run } = kind;
  const age = asOf === null ? null : formatInstant(asOf, now);
  return (
    <li className="px-4 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">{AGE_WORDS[kind.kind]}</h3>
        <p className="text-sm text-muted">
          {age ? (
            <>
              <time dateTime={asOf ?? undefined} title={age.exact} className="text-fg">
                {age.text}
              </time>
              {source ? ` ${sourceWords(source, provider)}` : null}
            </>
          ) : (
            "nothing yet"
          )}
          {kind.next_run_at ? (
            <>
              , next <Instant iso={kind.next_run_at} />
            </>
          ) : null}
        </p>
      </div>
      {waiting > 0 ? (
        <p className="text-sm text-muted">{countOf(waiting, "reading")} still to come.</p>
      ) : null}
      {isStale ? (
        <p className="flex items-center gap-1.5 text-sm text-attention">
          <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
          {asOf === null ? "Not read yet." : "Older than it should be."}
        </p>
      ) : null}
      {run?.error ? (
        <Notice tone={run.state === "failed" ? "critical" : "attention"} className="mt-2">
          {run.error}
        </Notice>
      ) : null}
    </li>
  );
}
