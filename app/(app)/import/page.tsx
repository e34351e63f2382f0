import type { Metadata } from "next";
import { ImportDrop } from "#app/components/import/import-drop.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export const metadata: Metadata = { title: "Load data" };

export default async function ImportPage() {
  const viewer = await requireViewer();
  return (
    <div className="mx-auto flex w-full max-w-conversation flex-col gap-4 px-4 py-8">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">Load your own data</h1>
        <p className="mt-1 text-muted">
          Into the fleet of {viewer.organizationName}. Good rows are loaded; bad ones come back with
          their line and the reason.
        </p>
      </div>
      {hasScope(viewer, "sims:write") ? (
        <ImportDrop />
      ) : (
        <Notice title="You may look, but not load">
          Loading files needs the role operator or owner. Ask an owner of {viewer.organizationName}.
        </Notice>
      )}
    </div>
  );
}
