import type { Metadata } from "next";
import { ConnectionPage } from "#app/components/settings/connection/connection-page.tsx";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export const metadata: Metadata = { title: "Connection" };

export default async function ConnectionSettingsPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  return <ConnectionPage />;
}
