import type { Metadata } from "next";
import { SimView } from "#app/components/sims/sim-view.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";

export const metadata: Metadata = { title: "SIM" };

export default async function SimPage({ params }: { params: Promise<{ iccid: string }> }) {
  const { iccid } = await params;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-6">
      <BackLink href="/sims">SIMs</BackLink>
      <SimView iccid={iccid} />
    </div>
  );
}
