import type { KeyboardEvent } from "react";

export const SEARCH_ID = "sims-search";
export const TABLE_ID = "sims-table";
const ROW_LINK = "a[data-row]";

/**
 * Keys inside the list: `j` and `k` (or the arrows) go to the next row and the one before, `x` selects it, `/`
 * goes back to the search; Enter opens it, being a link.
 */
export function rowKeys(
  event: KeyboardEvent<HTMLTableElement>,
  onSelect: (index: number) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target instanceof Element ? event.target : null;
  const row = at?.closest("tbody tr");
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(ROW_LINK)];
  const index = row ? links.findIndex((link) => row.contains(link)) : -1;
  if (event.key === "/") document.getElementById(SEARCH_ID)?.focus();
  else if (event.key === "j" || event.key === "ArrowDown") links[index + 1]?.focus();
  else if (event.key === "k" || event.key === "ArrowUp") links[index - 1]?.focus();
  else if (event.key === "x" && index >= 0) onSelect(index);
  else return;
  event.preventDefault();
}

/** What the focus stands on in each row of the list. */
export function rowLinks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`#${TABLE_ID} ${ROW_LINK}`)];
}

/** From the search down into what it found. */
export function toFirstRow(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown") return;
  rowLinks()[0]?.focus();
  event.preventDefault();
}
