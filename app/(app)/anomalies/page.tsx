import type { Metadata } from "next";
import { Suspense } from "react";
import { Inbox } from "#app/components/anomalies/inbox.tsx";
import { AskBox } from "#app/components/ask-box.tsx";

export const metadata: Metadata = { title: "Anomalies" };

export default function AnomaliesPage() {
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">Anomalies</h1>
      <AskBox placeholder="Ask a question: which customers have most anomalies this month?" />
      <Suspense fallback={null}>
        <Inbox />
      </Suspense>
    </div>
  );
}
