import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ChangeView } from "#app/components/changes/page/change-view.tsx";

export const metadata: Metadata = { title: "Change" };

export default async function ChangePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-6">
      <Link
        href="/changes"
        className="-ml-1 inline-flex items-center gap-1 self-start text-muted hover:text-fg"
      >
        <ChevronLeft aria-hidden className="size-4" />
        Changes
      </Link>
      <ChangeView id={decodeURIComponent(id)} />
    </div>
  );
}
