import type { Metadata } from "next";
import { Suspense } from "react";
import { AskBox } from "#app/components/ask-box.tsx";
import { SimsList } from "#app/components/sims/sims-list.tsx";

export const metadata: Metadata = { title: "SIMs" };

export default function SimsPage() {
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">SIMs</h1>
      <AskBox placeholder="Ask a question: which SIMs will run out of data this week?" />
      <Suspense fallback={null}>
        <SimsList />
      </Suspense>
    </div>
  );
}
