/** `draft`: typed and not sent. `unsent`: sent, and it did not get through. */
type Sort = "draft" | "unsent";

const PREFIX = "simon.text.";

/** What was written to a conversation, kept in this tab over reloads. Where a browser refuses its storage, it is not. */
export function keptText(sort: Sort, threadId: string): string {
  try {
    return sessionStorage.getItem(keyOf(sort, threadId)) ?? "";
  } catch {
    return "";
  }
}

export function keepText(sort: Sort, threadId: string, text: string): void {
  try {
    if (text.trim() === "") sessionStorage.removeItem(keyOf(sort, threadId));
    else sessionStorage.setItem(keyOf(sort, threadId), text);
  } catch {
    // see `keptText`
  }
}

/** Nothing of one person is there for the next. */
export function forgetTexts(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // see `keptText`
  }
}

function keyOf(sort: Sort, threadId: string): string {
  return `${PREFIX}${sort}.${threadId}`;
}
