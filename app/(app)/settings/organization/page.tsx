import type { Metadata } from "next";
import { LimitsForm } from "#app/components/settings/organization/limits-form.tsx";
import { NameForm } from "#app/components/settings/organization/name-form.tsx";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";
import { attentionLimits } from "#domain/attention/attention-limits.ts";

export const metadata: Metadata = { title: "Organisation" };

export default async function OrganizationPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  return (
    <>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">Name</h2>
        <p className="mt-1 text-muted">As members and invited people see it.</p>
        <NameForm name={viewer.organizationName} />
      </Card>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">What needs attention</h2>
        <p className="mt-1 max-w-prose text-muted">
          What the Overview counts and lists first. Which SIMs are silent or behave oddly is worked
          out every night from how each of them usually behaves, not by a limit.
        </p>
        <LimitsForm limits={await attentionLimits(viewer)} />
      </Card>
    </>
  );
}
