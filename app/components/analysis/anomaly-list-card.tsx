"use client";

import { useState } from "react";
import { ActionDialog } from "#app/components/sims/actions/action-dialog.tsx";
import { useProposal } from "#app/components/sims/actions/use-proposal.ts";
import { Card } from "#app/components/ui/card.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { AnomalyList, ListedAnomaly } from "#domain/analysis/anomaly-list.ts";
import { AnomalyItem } from "./anomaly-item.tsx";
import { Whose } from "./whose.tsx";

const FIRST = 10;

/** The fleet's anomalies, as they were when asked for; what moved together comes first, and is told once. */
export function AnomalyListCard({ list }: { readonly list: AnomalyList }) {
  const [isWhole, setWhole] = useState(false);
  const anomalies = eventsFirst(list.anomalies);
  const shown = isWhole ? anomalies : anomalies.slice(0, FIRST);
  return (
    <Card aria-label="Anomalies of the fleet" className="divide-y divide-line">
      <h3 className="px-4 py-3 font-medium">Anomalies</h3>
      {anomalies.length === 0 ? <p className="px-4 py-3 text-muted">None like that.</p> : null}
      <ul className="divide-y divide-line">
        {shown.map((anomaly) => (
          <Listed key={anomaly.ref} anomaly={anomaly} />
        ))}
      </ul>
      <footer className="flex items-center gap-3 px-4 py-2 text-sm text-muted">
        {anomalies.length > FIRST ? (
          <button
            type="button"
            className="rounded-sm text-accent hover:underline"
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole ? "Show less" : `Show all ${formatCount(anomalies.length)}`}
          </button>
        ) : (
          countOf(anomalies.length, "anomaly", "anomalies")
        )}
        {list.has_more ? "There are more; ask for a narrower selection." : null}
      </footer>
    </Card>
  );
}

function eventsFirst(anomalies: readonly ListedAnomaly[]): readonly ListedAnomaly[] {
  const isEvent = ({ iccid }: ListedAnomaly) => iccid === null;
  return [...anomalies.filter(isEvent), ...anomalies.filter((anomaly) => !isEvent(anomaly))];
}

function Listed({ anomaly }: { readonly anomaly: ListedAnomaly }) {
  const proposal = useProposal({});
  const [changeId, setChangeId] = useState<string | null>(null);
  if (proposal.changeId && proposal.changeId !== changeId) setChangeId(proposal.changeId);
  return (
    <>
      <AnomalyItem
        anomaly={anomaly}
        whose={<Whose anomaly={anomaly} />}
        changeId={changeId}
        onReview={proposal.begin}
      />
      <ActionDialog proposal={proposal} of="1 anomaly" />
    </>
  );
}
