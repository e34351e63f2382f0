const HEAD_BYTES = 4096;
const TIME = /\b(date|day|timestamp|time|datum|start[ _]?time|start[ _]?timestamp)\b/i;
const VOLUME = /(volume|usage|bytes|upload|download|traffic|datenvolumen|\brx\b|\btx\b)/i;

const USAGE_NAME = /usage|traffic|consumption|verbrauch|volum/i;

/**
 * A guess by the file's first lines, for the order only: SIMs go before their usage. An Excel file shows
 * no lines, so its name has to do.
 */
export async function looksLikeUsage(file: File): Promise<boolean> {
  const head = await file.slice(0, HEAD_BYTES).text();
  if (head.startsWith("PK\u0003")) return USAGE_NAME.test(file.name);
  if (/^\s*[[{]/.test(head)) return /"stats"|"volume"/.test(head);
  const firstLines = head
    .split(/\r\n|\n|\r/)
    .slice(0, 5)
    .join("\n")
    .replaceAll("_", " ");
  return TIME.test(firstLines) && VOLUME.test(firstLines);
}
