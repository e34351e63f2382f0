import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { AskBox } from "#app/components/ask-box.tsx";
import { COLUMNS_COOKIE } from "#app/components/sims/list/columns.ts";
import { SimsList } from "#app/components/sims/list/sims-list.tsx";

export const metadata: Metadata = { title: "SIMs" };

export default async function SimsPage() {
  const jar = await cookies();
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">SIMs</h1>
      <AskBox placeholder="Ask a question: which SIMs will run out of data this week?" />
      <Suspense fallback={null}>
        <SimsList keptColumns={jar.get(COLUMNS_COOKIE)?.value ?? ""} />
      </Suspense>
    </div>
  );
}
