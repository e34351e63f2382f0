import type { Metadata } from "next";
import { AskBox } from "#app/components/ask-box.tsx";
import { Overview } from "#app/components/overview/overview.tsx";

export const metadata: Metadata = { title: "Overview" };

export default function OverviewPage() {
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">Overview</h1>
      <AskBox placeholder="Ask a question: what changed in the fleet since last week?" />
      <Overview />
    </div>
  );
}
