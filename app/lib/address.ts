type Choices = Readonly<Record<string, string>>;

/** What was chosen on a page, as its address says it. `any` names the choices, each empty where nothing was chosen. */
export function choicesIn<C extends Choices>(query: Pick<URLSearchParams, "get">, any: C): C {
  return Object.fromEntries(Object.keys(any).map((name) => [name, query.get(name) ?? ""])) as C;
}

export function isAny(choices: Choices): boolean {
  return Object.values(choices).every((value) => value === "");
}

/**
 * Puts what was chosen on a page into its address; what is empty leaves it. Begins from the address itself,
 * which knows of a choice before the page does.
 */
export function putInAddress(choices: Choices): void {
  const query = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(choices)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  const { pathname } = window.location;
  window.history.replaceState(null, "", query.size > 0 ? `${pathname}?${query}` : pathname);
}
