import type { Metadata } from "next";
import { CustomerView } from "#app/components/customers/customer-view.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";

export const metadata: Metadata = { title: "Customer" };

export default async function CustomerPage({ params }: { params: Promise<{ customer: string }> }) {
  const { customer } = await params;
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <BackLink href="/customers">Customers</BackLink>
      <CustomerView customer={decodeURIComponent(customer)} />
    </div>
  );
}
