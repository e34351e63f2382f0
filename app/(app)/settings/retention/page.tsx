import type { Metadata } from "next";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { KeptForGood } from "#app/components/settings/retention/kept-for-good.tsx";
import { RetentionForm } from "#app/components/settings/retention/retention-form.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";
import { getRetention } from "#domain/retention/retention.ts";

export const metadata: Metadata = { title: "Retention" };

export default async function RetentionPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  return (
    <>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">How long things are kept</h2>
        <p className="mt-1 max-w-prose text-muted">
          What is older is deleted by a job, every hour unless you chose other times. It cannot be
          brought back.
        </p>
        <RetentionForm retention={await getRetention(viewer)} />
      </Card>
      <KeptForGood />
    </>
  );
}
