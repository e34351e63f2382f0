/** How many of a long conversation are shown at first, and how many more at a time. */
export const AT_A_TIME = 20;

/** How many may be shown when a question is asked; each one shown makes each word of the answer dearer. */
export const MOST_WHILE_ANSWERING = 40;

/** Where the latest `count` messages begin: with a question, so that no answer stands without its own. */
export function latestFrom(messages: readonly { readonly role: string }[], count: number): number {
  let from = Math.max(0, messages.length - count);
  while (from > 0 && messages[from]?.role !== "user") from--;
  return from;
}
