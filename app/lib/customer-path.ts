/** The page of one customer. */
export function customerPath(customer: string): string {
  return `/customers/${encodeURIComponent(customer)}`;
}
