import type { Metadata } from "next";
import { KindsForm } from "#app/components/settings/notifications/kinds-form.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { mutedKinds } from "#domain/notifications/settings.ts";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const viewer = await requireViewer();
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">What you are told of</h2>
      <p className="mt-1 max-w-prose text-muted">
        At the bell in the top bar, in this organisation, for two weeks at most. What was dealt with
        goes by itself.
      </p>
      <KindsForm initiallyMuted={await mutedKinds(viewer)} />
    </Card>
  );
}
