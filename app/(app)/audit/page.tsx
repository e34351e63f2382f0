import type { Metadata } from "next";
import { Suspense } from "react";
import { AskBox } from "#app/components/ask-box.tsx";
import { AuditLog } from "#app/components/audit/audit-log.tsx";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage() {
  const viewer = await requireViewer();
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">Audit</h1>
      {hasScope(viewer, "audit:read") ? (
        <>
          <AskBox placeholder="Ask a question: who suspended SIMs last week?" />
          <Suspense fallback={null}>
            <AuditLog />
          </Suspense>
        </>
      ) : (
        <OwnersOnly viewer={viewer} />
      )}
    </div>
  );
}
