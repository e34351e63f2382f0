"use client";

import { Download } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { putInAddress } from "#app/lib/address.ts";
import { AuditEntry } from "./audit-entry.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { ChainCheck } from "./chain-check.tsx";
import { ANY, type AuditChoice, choiceIn } from "./choice.ts";
import { useAudit } from "./use-audit.ts";

/** Who did or was refused what; the address keeps what was chosen. */
export function AuditLog() {
  const choice = choiceIn(useSearchParams());
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
      {found.isLoading ? <LoadingRows /> : null}
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
  if (Object.values(choice).every((value) => value === ""))
    return (
      <Notice title="Nothing was recorded yet">
        Every change that is proposed, decided or done stands here with who asked for it, and every
        sign-in and refusal. Entries are never changed or removed.
      </Notice>
    );
  return (
    <Notice
      title="No entry is like that"
      actions={
        <Button size="sm" onClick={() => putInAddress({ ...ANY })}>
          Show all entries
        </Button>
      }
    >
      {choice.resource_id ? "What it was done to is searched by its whole id." : null}
    </Notice>
  );
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Loading the audit log" className="flex flex-col gap-2">
      {["a", "b", "c", "d", "e", "f", "g", "h"].map((key) => (
        <Skeleton key={key} className="h-16" />
      ))}
    </div>
  );
}
