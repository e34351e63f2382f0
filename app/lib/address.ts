/**
 * Puts what was chosen on a page into its address; what is empty leaves it. Begins from the address itself,
 * which knows of a choice before the page does.
 */
export function putInAddress(choices: Readonly<Record<string, string>>): void {
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(choices)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  const { pathname } = window.location;
  window.history.replaceState(null, "", query.size > 0 ? `${pathname}?${query}` : pathname);
}
