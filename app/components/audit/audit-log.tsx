"use client";

import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { NoneLikeThat } from "#app/components/ui/none-like-that.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { choicesIn, isAny, putInAddress } from "#app/lib/address.ts";
import { AuditEntry } from "./audit-entry.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { ChainCheck } from "./chain-check.tsx";
import { ANY, type AuditChoice } from "./choice.ts";
import { useAudit } from "./use-audit.ts";

/** Who did or was refused what; the address keeps what was chosen. */
export function AuditLog() {
  const choice = choicesIn(useSearchParams(), ANY);
  const found = useAudit(choice);
  const isEmpty = !found.isLoading && !found.error && found.entries.length === 0;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ChainCheck />
        {found.entries.length > 0 ? (
          <a href={exportPath(choice)} className={buttonStyle()}>
            <Download aria-hidden />
            CSV
          </a>
        ) : null}
      </div>
      <AuditFilters choice={choice} onChange={(name, value) => putInAddress({ [name]: value })} />
      {found.isLoading ? <LoadingRows label="Loading the audit log" className="h-16" /> : null}
      {found.error ? (
        <LoadFailed
          title="The audit log could not be loaded"
          error={found.error}
          retry={found.mutate}
        />
      ) : null}
      {isEmpty ? <NoEntries choice={choice} /> : null}
      {found.entries.length > 0 ? (
        <Card aria-label="Entries" className="overflow-hidden">
          <ul className="divide-y divide-line">
            {found.entries.map((row) => (
              <AuditEntry key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      ) : null}
      {found.hasMore ? <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} /> : null}
    </>
  );
}

function exportPath(choice: AuditChoice): string {
  const chosen = Object.entries(choice).filter(([, value]) => value !== "");
  return `/api/audit/export.csv?${new URLSearchParams(chosen)}`;
}

function NoEntries({ choice }: { readonly choice: AuditChoice }) {
  if (isAny(choice))
    return (
      <Notice title="Nothing was recorded yet">
        Every change that is proposed, decided or done stands here with who asked for it, and every
        sign-in and refusal. Entries are never changed or removed.
      </Notice>
    );
  return (
    <NoneLikeThat
      title="No entry is like that"
      clearLabel="Show all entries"
      onClear={() => putInAddress(ANY)}
    >
      {choice.resource_id ? "What it was done to is searched by its whole id." : null}
    </NoneLikeThat>
  );
}
