import type { Correction } from "../text/spelling.ts";

/** "… that the outlook says will run out": where it is known from anyway. */
const SOURCE =
  /\b(that|which) (?:the |our |your )?(?:outlook|forecast|system|prediction|model)s? (?:says?|said|predicts?|expects?|thinks?|tells us|shows?)\b/gi;

/** The question with its spelling mended, straight quotes and single spaces; codes and names in capitals stay. */
export function plainText(question: string, corrections: readonly Correction[]): string {
  let text = question
    .normalize("NFC")
    .replace(/[’‘‛]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[ \t]+/g, " ")
    .replace(SOURCE, "$1")
    .trim();
  for (const { from, to } of corrections) {
    if (from === from.toUpperCase()) continue;
    text = text.replace(
      new RegExp(`(?<![\\p{L}\\p{N}_"'-])${escaped(from)}(?![\\p{L}\\p{N}_-])`, "u"),
      to,
    );
  }
  return text;
}

/** Parts that end in a full stop, a line, or a dash between spaces; a quotation is never cut. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let current = "";
  for (const part of text.split(/("[^"]*")/)) {
    if (part.startsWith('"')) {
      current += part;
      continue;
    }
    const pieces = part.split(/(?<=[.!?;])\s+|\n+|\s[-–—]+\s|\s*—\s*/);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        sentences.push(current);
        current = "";
      }
      current += piece;
    }
  }
  sentences.push(current);
  return sentences.map((sentence) => sentence.trim()).filter(Boolean);
}

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
