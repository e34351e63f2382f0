"use client";

import Link from "next/link";
import { Fact } from "#app/components/changes/fact.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { countOf, formatPercent, formatVolume } from "#app/lib/format.ts";
import { simPath } from "#app/lib/sim-path.ts";
import type { PooledQuota } from "#domain/analysis/quota-advice.ts";
import { money, savingWords, TYPE_WORDS } from "./advice-words.ts";
import { SubjectTitle } from "./subject-title.tsx";

/** A customer's SIMs on one shared volume, and what is advised for each by itself. */
export function PooledCard({ output }: { readonly output: PooledQuota }) {
  const { subject, pooled, singles, largest } = output;
  return (
    <Card aria-label={`Quota advice for ${subject.name}`} className="divide-y divide-line">
      <header className="px-4 py-3">
        <SubjectTitle what="Quota advice" subject={subject} />
      </header>
      {pooled ? <Pool pooled={pooled} /> : null}
      {singles.length > 0 ? (
        <section className="px-4 py-3">
          <h4 className="font-medium">Each SIM by itself</h4>
          <ul className="mt-1 text-sm">
            {singles.map((row) => (
              <li key={`${row.type} ${row.currency}`}>
                {countOf(row.sims, "SIM")}: {TYPE_WORDS[row.type].toLowerCase()}
                <span className="text-muted">, {savingWords(row)} in all</span>
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
              <li key={row.iccid}>
                <Link href={simPath(row.iccid)} className="text-accent hover:underline">
                  {row.label ?? row.iccid}
                </Link>
                : {TYPE_WORDS[row.type].toLowerCase()}
                <span className="text-muted">
                  {row.recommended_total === null
                    ? ""
                    : `, ${formatVolume(row.recommended_total).text}`}
                  , {savingWords(row)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Card>
  );
}

function Pool({ pooled }: { readonly pooled: NonNullable<PooledQuota["pooled"]> }) {
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
      </Fact>
      {pooled.pool.length > 0 ? (
        <Fact name="Cheapest pool">
          {pooled.pool.map(({ plan, sims }) => `${sims.toLocaleString()} × ${plan}`).join(", ")}
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
