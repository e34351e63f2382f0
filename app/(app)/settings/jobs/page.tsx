import type { Metadata } from "next";
import { JobsPage } from "#app/components/settings/jobs/jobs-page.tsx";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export const metadata: Metadata = { title: "Jobs" };

export default async function JobsSettingsPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  return <JobsPage />;
}
