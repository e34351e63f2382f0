import type { ReactNode } from "react";
import { SettingsTabs } from "#app/components/settings/settings-tabs.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-6 px-4 py-8">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">Settings</h1>
        <p className="mt-1 text-muted">Of {viewer.organizationName}.</p>
      </div>
      <SettingsTabs isOwner={hasScope(viewer, "org:admin")} />
      {children}
    </div>
  );
}
