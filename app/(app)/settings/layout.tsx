import type { ReactNode } from "react";
import { SettingsTabs } from "#app/components/settings/settings-tabs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
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
      {hasScope(viewer, "org:admin") ? (
        <>
          <SettingsTabs />
          {children}
        </>
      ) : (
        <Notice title="Settings are for owners">
          Your role is {viewer.role}. Ask an owner of {viewer.organizationName}.
        </Notice>
      )}
    </div>
  );
}
