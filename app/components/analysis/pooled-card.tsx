"use client";

import Link from "next/link";
import { Fact } from "#app/components/changes/fact.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { countOf, formatCount, formatPercent, formatVolume } from "#app/lib/format.ts";
import { simPath } from "#app/lib/sim-path.ts";
import type { PooledQuota } from "#domain/analysis/quota-advice.ts";
import { money, savingWords, TYPE_WORDS } from "./advice-words.ts";
import { SubjectTitle } from "./subject-title.tsx";

const LINE =
  "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-0.5 sm:grid-cols-[minmax(0,1fr)_5rem_12rem] max-sm:[&>:last-child]:col-span-2";

/** A customer's SIMs on one shared volume, and what is advised for each by itself. */
export function PooledCard({ output }: { readonly output: PooledQuota }) {
  const { subject, pooled, singles, largest } = output;
  return (
    <Card aria-label={`Quota advice for ${subject.name}`} className="divide-y divide-line">
      <header className="px-4 py-3">
        <SubjectTitle what="Quota advice" subject={subject} />
      </header>
      {pooled ? <Pool pooled={pooled} of={subject.sims} /> : null}
      {singles.length > 0 ? (
        <section className="px-4 py-3">
          <h4 className="font-medium">Each SIM by itself</h4>
          <ul className="mt-1 text-sm">
            {singles.map((row) => (
              <li key={`${row.type} ${row.currency}`} className={LINE}>
                <span className="min-w-0">{TYPE_WORDS[row.type]}</span>
                <span className="text-right tabular-nums">{countOf(row.sims, "SIM")}</span>
                <span className="text-right text-muted tabular-nums">{savingWords(row)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {largest.length > 0 ? (
        <section className="px-4 py-3">
          <h4 className="font-medium">Where most is saved</h4>
          <ul className="mt-1 text-sm">
            {largest.map((row) => (
              <li key={row.iccid} className={LINE}>
                <span className="min-w-0 break-words">
                  <Link href={simPath(row.iccid)} className="text-accent hover:underline">
                    {row.label ?? row.iccid}
                  </Link>
                  <span className="text-muted"> {TYPE_WORDS[row.type].toLowerCase()}</span>
                </span>
                <span className="text-right tabular-nums">
                  {row.recommended_total === null ? "" : formatVolume(row.recommended_total).text}
                </span>
                <span className="text-right text-muted tabular-nums">{savingWords(row)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Card>
  );
}

interface PoolProps {
  readonly pooled: NonNullable<PooledQuota["pooled"]>;
  /** How many SIMs there are. */
  readonly of: number;
}

function Pool({ pooled, of }: PoolProps) {
  const { currency, single_cost: single, pooled_cost: together, monthly_saving: saving } = pooled;
  return (
    <dl className="px-4 py-2">
      <Fact name="Alone">
        {formatVolume(pooled.single_bytes).text} in all, with 95 % certainty for each SIM
      </Fact>
      <Fact name="Pooled">
        <span className="font-medium">{formatVolume(pooled.pooled_bytes).text}</span> for{" "}
        {countOf(pooled.sims, "SIM")} together,{" "}
        {formatPercent(Math.round(100 * pooled.saved_share)).text} less
        {of > pooled.sims ? (
          <span className="block text-sm text-muted">
            {countOf(of - pooled.sims, "SIM")} left out: not active, or used for less than four
            weeks.
          </span>
        ) : null}
      </Fact>
      {pooled.pool.length > 0 ? (
        <Fact name="Cheapest pool">
          {pooled.pool.map(({ plan, sims }) => `${formatCount(sims)} × ${plan}`).join(", ")}
        </Fact>
      ) : null}
      {currency && single && together ? (
        <Fact name="Cost a month">
          <span className="font-medium">{money(together, currency)}</span>, instead of{" "}
          {money(single, currency)}
          {saving ? ` (${savingWords({ monthly_saving: saving, currency })})` : ""}
        </Fact>
      ) : null}
    </dl>
  );
}
