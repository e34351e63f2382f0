"use client";

import { useFleetChange } from "#app/lib/fleet-changed.ts";
import { usePages } from "#app/lib/use-pages.ts";
import { CUSTOMER_ORDERS, type CustomerOrder } from "#domain/customers/customer.ts";
import type { CustomerPage } from "#domain/customers/list-customers.ts";

interface CustomersChoice {
  readonly search: string;
  readonly order: CustomerOrder;
}

/** As an address says it. */
export function choiceIn(query: Pick<URLSearchParams, "get">): CustomersChoice {
  const asked = query.get("order");
  return {
    search: query.get("search") ?? "",
    order: CUSTOMER_ORDERS.find((order) => order === asked) ?? "month_volume",
  };
}

/** A page at a time. */
export function useCustomers({ search, order }: CustomersChoice) {
  const { pages, ...found } = usePages<CustomerPage>(
    { path: "/api/customers", limit: 50, filters: { search, order } },
    { refreshInterval: 60_000, keepPreviousData: true, revalidateFirstPage: false },
  );
  useFleetChange(found.mutate);
  return { ...found, customers: pages.flatMap(({ customers }) => customers) };
}
