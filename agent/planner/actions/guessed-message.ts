/** Where a text without quotation marks stands, with the rows that it is for. */
const PLACES: readonly RegExp[] = [
  /^(?:an? |the )?(?:sms|text|message)s? (?:saying|that says|with the (?:text|words?)) (?<body>.+) to (?<rows>(?:all|every|each|the|sim|device|card|\S*\d).*)$/is,
  /^(?<rows>.+?),? (?:an? (?:sms|text|message) )?(?:saying|that says|reading|with (?:the |an? )?(?:sms|text|message|content)s?(?: of)?)[: ]+(?<body>.+)$/is,
  /^(?:(?:an? |the )?(?:sms|text|message)s? )?(?:to )?(?<rows>[^:]+): ?(?<body>.+)$/is,
  /^(?:(?:an? |the )?(?:sms|text|message)s? )?(?:to )?(?<rows>.+?) that (?<body>(?:it|we|you|they|there|the|our|your|its|this|i|he|she|a|an)(?:'\w+)?\b.+)$/is,
  /^(?:an? |the )?(?:sms|text|message)s? (?<body>.+) to (?<rows>.+)$/is,
  /^(?<rows>them|those|these|(?:(?:sim|device|card) )?\S*\d\S*|(?:all|every|each|the) (?:of the )?\S+) (?:to |with )?(?<body>(?!(?:that|which|who|whose|in|on|of|from|at|tagged|not)\b).+)$/is,
];

/** The request with its text in quotation marks, to be picked or put right; none where it cannot be guessed. */
export function guessed(object: string): string[] {
  for (const place of PLACES) {
    const { rows, body } = place.exec(object)?.groups ?? {};
    const to = rows?.replace(/^(?:(?:an? |the )?(?:sms|text|message)s? )?(?:to )?/i, "").trim();
    if (to && body && !body.includes('"')) return [`Send SMS "${body.trim()}" to ${to}`];
  }
  return [];
}
