/** Longer ends than this are nothing that people say. */
const MAX_CHARACTERS = 200;

/** A text without what `end` matches at its end, which is looked for there alone: in a long text that is the same work. */
export function withoutEnd(text: string, end: RegExp): string {
  return text.slice(0, -MAX_CHARACTERS) + text.slice(-MAX_CHARACTERS).replace(end, "");
}
