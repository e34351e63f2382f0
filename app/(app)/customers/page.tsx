import type { Metadata } from "next";
import { Suspense } from "react";
import { AskBox } from "#app/components/ask-box.tsx";
import { CustomersList } from "#app/components/customers/customers-list.tsx";

export const metadata: Metadata = { title: "Customers" };

export default function CustomersPage() {
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">Customers</h1>
      <AskBox placeholder="Ask a question: which customers have SIMs that run out of data this week?" />
      <Suspense fallback={null}>
        <CustomersList />
      </Suspense>
    </div>
  );
}
