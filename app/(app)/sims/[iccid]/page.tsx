import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { SimView } from "#app/components/sims/sim-view.tsx";

export const metadata: Metadata = { title: "SIM" };

export default async function SimPage({ params }: { params: Promise<{ iccid: string }> }) {
  const { iccid } = await params;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-6">
      <Link
        href="/sims"
        className="-ml-1 inline-flex items-center gap-1 self-start text-muted hover:text-fg"
      >
        <ChevronLeft aria-hidden className="size-4" />
        SIMs
      </Link>
      <SimView iccid={iccid} />
    </div>
  );
}
