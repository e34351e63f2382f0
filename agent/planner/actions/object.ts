/** Reasons and other remarks after what is meant: none of them restricts the rows. */
const REMARKS: readonly RegExp[] = [
  /\s*,\s*(?:it|its|it's|they|they're|he|she|i|we|i'm|we're|this|that|because|since it|looks?|seems?)\b(?! (?:which|in|from|of|with|without|last|on)\b).*$/is,
  /\s*,\s*(?:the|these|those|that|this|our|customer|caller|user|owner|someone|somebody)\b(?: [\w'-]+){0,3}? (?:is|are|was|were|has|have|had|got|gets|needs?|waits?|keeps?|went|seems?|looks?|wants?|said|says|asked|can't|cannot|confirmed|agreed|called)\b.*$/is,
  /[\s,]+(?:i'm|i am|im|we're|we are) on (?:it|them|that|the case)\b.*$/is,
  /[\s,]+(?:because|cause|since (?:it|they|we|i|he|she)|so (?:that )?(?:it|they|we|i|he|she|the)\b|in order to|just in case|to (?:avoid|prevent|stop them|save)|as (?:it|they|we|i|he|she) |before (?:it|they|we|i|he|she)\b|while (?:we|i)\b|until (?:we|i|they|it)\b|until further notice|for the time being|for now\b).*$/is,
  /\b(?:right away|immediately|at once|asap|straight away|with immediate effect|as soon as possible|effective immediately|if possible|if you can|when you (?:can|have time)|from now on|for good|permanently|from my side)\b/gi,
  /[\s,]+(?:please|pls|plz|thanks?|thank you|thx|ta|cheers|grazie|merci|danke|for me|for us|now|then|will you|would you|would ya|can you|could you|ok|okay|yeah|mate|right|today please|too|as well|instead|already)(?=[\s,.!?]*$)/gi,
];
/** What pointing words are made of: "that lot", "the whole bunch". */
const LOTS =
  /\b(?:that|this|the|those|these)(?: whole)? (?:lot|bunch|list|group|batch|guys|fellas|result|results|selection|set)\b(?! of (?!them\b|those\b|these\b))|\b(?:all|each|every one|every single one|any) of (?:them|those|these)\b|\beach one\b|\bthe (?:above|aforementioned)(?: ones)?\b/gi;

/** "but not the ones in …": what comes next is left out. */
const EXCEPT =
  /[\s,]+(?:except(?:ing)?(?: for)?|but (?:please )?not|just not|only not|excluding|leaving out|other than|apart from)\s+(?:the |those |these |any )?(?:(?:ones?|sims?|cards?|devices?) )?(?:(?:in|on|from|of|at|that (?:are|belong to|have)|which (?:are|belong to)|belonging to|tagged|with (?:the )?tag) )*(?=\S)/gi;

/** The words of a request that name rows, as a question would name them. */
export function objectText(object: string): string {
  let text = ` ${object} `;
  for (let round = 0; round < 3; round++)
    for (const remark of REMARKS) text = text.replace(remark, " ");
  return text
    .replace(LOTS, "them")
    .replace(
      /\b(?:but |and )?(?:leave|keep|spare)(?: out)? (the .+?)(?: (?:alone|out|as (?:is|they are)|untouched|running|on|active))(?=[,.]|\s*$)/gi,
      " except $1",
    )
    .replace(
      /\b(?:but |and )?(?:don't|do not|dont) touch (?!anything|other|the rest)(.+)$/gi,
      " except $1",
    )
    .replace(EXCEPT, " except ")
    .trim()
    .replace(/^(?:[:,-]\s*)?(?:(?:for|to|on|onto|from|of|off|in)\s+)?/i, "")
    .replace(/\b(?:for |to |on )?(?:every single|every|each)\b/gi, "all")
    .replace(/\s+/g, " ")
    .trim();
}

/** Nothing but a pointer: "them", "those", "all of it", or nothing at all. */
export function isPointer(object: string): boolean {
  return /^(?:(?:all|both|just|only|of|do that to|that to)\s*)*(?:it|them|those|these|that|this|one|ones|all|all (?:the )?\d{1,4}|everything|that one|this one|those ones|these ones|their|its)?(?:\s+(?:all|both|ones|only|connection))*$/i.test(
    object,
  );
}
