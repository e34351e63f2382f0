export interface Step {
  readonly title: string;
  readonly text: string;
  /** Selectors of what it speaks of, the first that is on the page and can be seen. */
  readonly targets: readonly string[];
}

export const COMPOSER = "#composer";
const NAVIGATION = 'nav[aria-label="Main"]';

export const STEPS: readonly Step[] = [
  {
    title: "Ask in plain words",
    text: "“Which SIMs used more than 1 GB last week?” Type @ to name a SIM or a customer, / for questions of every day, or attach a file of ICCIDs. Every answer shows how it was read.",
    targets: [`form:has(${COMPOSER})`],
  },
  {
    title: "The fleet at a glance",
    text: "Overview says what wants attention today. SIMs, Customers and Anomalies are lists to search, filter and export.",
    targets: [NAVIGATION],
  },
  {
    title: "Nothing changes without a person",
    text: "Simon shows what a change would do, to which SIMs and at what cost. Somebody approves it; most can be undone.",
    targets: [`${NAVIGATION} a[href="/changes"]`, NAVIGATION],
  },
  {
    title: "How old the data is",
    text: "Green is fresh, amber is over two hours old, red over a day. Press it for each source.",
    targets: ['[data-tour="data-age"]', "header"], // it comes late where the database is slow
  },
  {
    title: "Everything is one key away",
    text: "Ctrl K, or ⌘K, finds a SIM, a customer, a page or an earlier conversation. “Show me around” is there too.",
    targets: ['[aria-keyshortcuts="Meta+K Control+K"]'],
  },
];

/** What a step speaks of; null where it is not on this page. */
export function targetOf({ targets }: Step): HTMLElement | null {
  const found = targets.flatMap((selector) => [
    ...document.querySelectorAll<HTMLElement>(selector),
  ]);
  return found.find((element) => element.getClientRects().length > 0) ?? null;
}
