import type { ReactNode } from "react";
import { SettingsMenu } from "#app/components/settings/settings-menu.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-8">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">Settings</h1>
        <p className="mt-1 text-muted">Of {viewer.organizationName}.</p>
      </div>
      <div className="flex flex-col gap-6 lg:flex-row lg:gap-8">
        <SettingsMenu isOwner={hasScope(viewer, "org:admin")} />
        <div className="flex min-w-0 flex-1 flex-col gap-6">{children}</div>
      </div>
    </div>
  );
}
