/** Whether two addresses ask for the same, in whatever order. */
export function isSameQuery(a: string, b: string): boolean {
  return sorted(a) === sorted(b);
}

function sorted(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return parameters.toString();
}
