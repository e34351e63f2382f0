import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { CustomerView } from "#app/components/customers/customer-view.tsx";

export const metadata: Metadata = { title: "Customer" };

export default async function CustomerPage({ params }: { params: Promise<{ customer: string }> }) {
  const { customer } = await params;
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <Link
        href="/customers"
        className="-ml-1 inline-flex items-center gap-1 self-start text-muted hover:text-fg"
      >
        <ChevronLeft aria-hidden className="size-4" />
        Customers
      </Link>
      <CustomerView customer={decodeURIComponent(customer)} />
    </div>
  );
}
