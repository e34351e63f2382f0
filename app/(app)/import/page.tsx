import type { Metadata } from "next";
import { ImportDrop } from "#app/components/import/import-drop.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";

export const metadata: Metadata = { title: "Load data" };

interface ImportPageProps {
  readonly searchParams: Promise<{ file?: string | string[] }>;
}

export default async function ImportPage({ searchParams }: ImportPageProps) {
  const { file } = await searchParams;
  const viewer = await requireViewer();
  return (
    <div className="mx-auto flex w-full max-w-conversation flex-col gap-4 px-4 py-8">
      <div>
        <h1 className="text-xl font-semibold tracking-tight">Load your own data</h1>
        <p className="mt-1 text-muted">
          Into the fleet of {viewer.organizationName}. Every file is checked, and you see what would
          change before you load it. Bad rows come back with their line and the reason.
        </p>
      </div>
      {hasScope(viewer, "sims:write") ? (
        <ImportDrop earlierId={typeof file === "string" ? file : null} />
      ) : (
        <Notice title="You may look, but not load">
          Loading files needs the role operator or owner. Ask an owner of {viewer.organizationName}.
        </Notice>
      )}
    </div>
  );
}
