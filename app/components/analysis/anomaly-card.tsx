"use client";

import { ActionDialog } from "#app/components/sims/actions/action-dialog.tsx";
import { useProposal } from "#app/components/sims/actions/use-proposal.ts";
import { Card } from "#app/components/ui/card.tsx";
import type { SimAnomalies } from "#domain/analysis/sim-anomalies.ts";
import { AnomalyChart } from "./anomaly-chart.tsx";
import { AnomalyItem } from "./anomaly-item.tsx";
import { Notes } from "./notes.tsx";
import { SubjectTitle } from "./subject-title.tsx";

interface AnomalyCardProps {
  readonly found: SimAnomalies;
  readonly isOnItsPage?: boolean;
}

/** What is strange about one SIM: the picture, each anomaly with what to do, and what people say of it. */
export function AnomalyCard({ found, isOnItsPage = false }: AnomalyCardProps) {
  const proposal = useProposal({});
  const { subject, summary, reason, is_judged: isJudged, days, anomalies, notes } = found;
  return (
    <Card aria-label={`Anomalies of ${subject.name}`} className="divide-y divide-line">
      <header className="px-4 py-3">
        <SubjectTitle what="Anomalies" subject={subject} isOnItsPage={isOnItsPage} />
        {isOnItsPage ? <p className="mt-1">{summary}</p> : null}
        {!isJudged && reason && reason !== summary ? (
          <p className="mt-1 text-muted">{reason}</p>
        ) : null}
      </header>
      {days.length > 1 ? <AnomalyChart found={found} /> : null}
      {anomalies.length > 0 ? (
        <ul className="divide-y divide-line">
          {anomalies.map((anomaly) => (
            <AnomalyItem key={anomaly.ref} anomaly={anomaly} onReview={proposal.begin} />
          ))}
        </ul>
      ) : null}
      {notes.length > 0 ? (
        <div className="px-4 py-3">
          <Notes notes={notes} />
        </div>
      ) : null}
      <ActionDialog proposal={proposal} of="1 anomaly" />
    </Card>
  );
}
