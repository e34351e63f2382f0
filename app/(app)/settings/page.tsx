import { redirect } from "next/navigation";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export default async function SettingsPage() {
  const viewer = await requireViewer();
  redirect(hasScope(viewer, "org:admin") ? "/settings/members" : "/settings/profile");
}
