import type { Metadata } from "next";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { SyncPage } from "#app/components/sync/sync-page.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export const metadata: Metadata = { title: "Synchronisation" };

export default async function SyncSettingsPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  return <SyncPage />;
}
