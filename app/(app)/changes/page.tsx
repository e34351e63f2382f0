import type { Metadata } from "next";
import { Suspense } from "react";
import { ChangesList } from "#app/components/changes/page/changes-list.tsx";

export const metadata: Metadata = { title: "Changes" };

export default function ChangesPage() {
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">Changes</h1>
      <Suspense fallback={null}>
        <ChangesList />
      </Suspense>
    </div>
  );
}
