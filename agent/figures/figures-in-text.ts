/** A figure that a text states. */
export interface Figure {
  /** As it stands there, with its unit: `1.24 GB`. */
  readonly text: string;
  readonly value: number;
  /** Lower case; empty for a plain number. */
  readonly unit: string;
  /** Half of the last digit that is shown: what rounding may have taken away. */
  readonly tolerance: number;
}

const NUMBER =
  /(?<![\w.,:/-])[-−+]?(\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+|\d+)(\.\d+)?(?:\s?(kB|MB|GB|TB|KB|bytes|B|%|percent))?(?![\w:/]|[.,]\d|-\d)/gi;
/** Ordinals, dates and the numbering of lists say nothing about the data. */
const DATES =
  /\b\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?\b|\b\d{1,2}(st|nd|rd|th)\b|\b\d{1,2}([–-]\d{1,2})?\.? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?( \d{4})?|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(, \d{4})?\b|\b(19|20)\d{2}\b|\bQ[1-4]\b|^\s*\d+[.)]\s/gim;

/** The figures of a text, dates and times apart. */
export function figuresIn(text: string): Figure[] {
  const undated = text.replace(DATES, (found) => " ".repeat(found.length));
  return [...undated.matchAll(NUMBER)].map((match) => {
    const [whole, digits = "", fraction = "", unit = ""] = match;
    const sign = /^[-−]/.test(whole) ? -1 : 1;
    const plain = digits.replace(/\D/g, "") + fraction;
    return {
      text: whole.trim(),
      value: sign * Number(plain),
      unit: unit.toLowerCase(),
      tolerance: 0.5 * 10 ** -Math.max(0, fraction.length - 1),
    };
  });
}
