/** A pattern of `like` for what holds this text, whatever signs of patterns are in it. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
