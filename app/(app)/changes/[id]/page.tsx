import type { Metadata } from "next";
import { ChangeView } from "#app/components/changes/page/change-view.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";

export const metadata: Metadata = { title: "Change" };

export default async function ChangePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-6">
      <BackLink href="/changes">Changes</BackLink>
      <ChangeView id={decodeURIComponent(id)} />
    </div>
  );
}
