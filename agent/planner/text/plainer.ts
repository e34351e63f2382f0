/** Turns of phrase over several words that lie apart, as plainer words; each means the same. */
const PLAINER: readonly (readonly [RegExp, string])[] = [
  // "never seen, not even once": said twice
  [
    /(\bnever\b[^.?!;]{1,80}?)[,\s–—-]+not (?:even )?(?:once|ever|(?:for )?(?:one|a)(?: single)? (?:time|second|minute))\b/gi,
    "$1",
  ],
  // "what has Mira been up to this month": not until then
  [
    /\b(what(?:'s| has| have| had| was| were| is| are)(?: [\w.@'-]+){1,4}?(?: been)?) up to\b(?! \d)/gi,
    "$1 doing",
  ],
  // "cards that name X as one of the reasons": a verb, no name
  [
    /\b(that|which) (?:name|names|named|cite|cites|cited|list|lists)(?= .{1,60}\b(?:as|among)\b)/gi,
    "$1 have",
  ],
];

export function plainer(text: string): string {
  return PLAINER.reduce((plain, [pattern, words]) => plain.replace(pattern, words), text);
}
