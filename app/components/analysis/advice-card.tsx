"use client";

import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { ActionDialog } from "#app/components/sims/actions/action-dialog.tsx";
import { useOffer } from "#app/components/sims/actions/provider-offer.tsx";
import { useProposal } from "#app/components/sims/actions/use-proposal.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { formatDay, formatVolume } from "#app/lib/format.ts";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import { adviceAction } from "./advice-action.ts";
import { BeforeAfter } from "./before-after.tsx";
import { between, chanceText } from "./forecast-words.ts";
import { PlansCompared } from "./plans-compared.tsx";
import { SubjectTitle } from "./subject-title.tsx";

interface AdviceCardProps {
  readonly output: QuotaAdvice;
  readonly isOnItsPage?: boolean;
}

/** Which plan or top-up a SIM should get, before and after, and the way to propose it. */
export function AdviceCard({ output, isOnItsPage = false }: AdviceCardProps) {
  const now = useFleetNow();
  const { subject, summary, advice, plans, totals, as_of: asOf } = output;
  return (
    <Card aria-label={`Quota advice for ${subject.name}`} className="divide-y divide-line">
      <header className="px-4 py-3">
        <SubjectTitle what="Quota advice" subject={subject} isOnItsPage={isOnItsPage} />
        {isOnItsPage ? <p className="mt-1">{summary}</p> : null}
      </header>
      {advice ? <BeforeAfter output={output} advice={advice} /> : null}
      {advice ? <Act output={output} advice={advice} /> : null}
      {plans.length > 0 ? <PlansCompared plans={plans} own={output.plan?.name ?? null} /> : null}
      {totals || advice ? (
        <p className="px-4 py-2 text-sm text-muted">
          {totals
            ? `30 days may bring ${between(totals.lower_80, totals.upper_80)} with 80 % certainty, ${formatVolume(totals.median).text} in the middle. `
            : ""}
          {advice ? `Confidence: ${chanceText(advice.confidence)}. ` : ""}
          {asOf ? `Use is known until ${formatDay(asOf, now).text}.` : ""}
        </p>
      ) : null}
    </Card>
  );
}

interface ActProps {
  readonly output: QuotaAdvice;
  readonly advice: NonNullable<QuotaAdvice["advice"]>;
}

/** Proposes the change where the provider can do it; else says why not. */
function Act({ output, advice }: ActProps) {
  const offer = useOffer();
  const mayChange = useMay("sims:write");
  const { iccid } = output.subject;
  const proposal = useProposal({ iccids: [iccid] });
  const action = adviceAction(advice, offer);
  if (!iccid || !action || !mayChange) return null;
  const able = action.needs && offer ? offer.capabilities[action.needs] : true;
  if (able !== true) return <p className="px-4 py-3 text-sm text-muted">{able}</p>;
  return (
    <div className="px-4 py-3">
      <Button look="primary" onClick={() => proposal.begin(action)}>
        <action.icon aria-hidden />
        {action.label}
      </Button>
      <span className="ml-3 text-sm text-muted">Nothing changes until you approve.</span>
      <ActionDialog proposal={proposal} of="1 SIM" />
    </div>
  );
}
