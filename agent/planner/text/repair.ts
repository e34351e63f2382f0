/** What people say when they take back their last words. */
const MARK =
  /(?:(?<!\s)\s*(?:(?<!\.)\.{2,}|…|[,;.–—-])\s*)(?:(?:oh|no|ah|eh|er|erm|uh|um|hm+)[ ,]+)*(?:sorry|no wait|wait no|wait sorry|i meant?|correction|scratch that|make that|or rather|oops|my bad|no i meant?)(?:[ ,:.–—-]+(?:i meant?|make that|that is))?[ ,:.–—-]+(?!to\b|for\b|about\b|but\b|if\b|i\b)/i;
const MAX_TAKEN_BACK = 6;

/**
 * "All suspended … sorry, all inactive meters": what was taken back is left out. It begins with the word
 * that is said again, or is the one word for which another one comes; where neither is so, nothing changes.
 */
export function repaired(text: string): string {
  const mark = MARK.exec(text);
  if (!mark) return text;
  const before = text.slice(0, mark.index);
  const after = text.slice(mark.index + mark[0].length);
  const [first = "", ...more] = after.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  const words = [...before.matchAll(/[\p{L}\p{N}'-]+/gu)];
  const again = words
    .slice(-MAX_TAKEN_BACK)
    .findLast(([word]) => word.toLowerCase() === first.toLowerCase());
  const last = more.length === 0 && words.length > 1 ? words.at(-1) : undefined;
  const cut = (again ?? last)?.index;
  return cut === undefined ? text : `${before.slice(0, cut)}${after}`;
}
