/** How people say what changes, as the plainer words that the grammar knows. Each keeps what restricts the rows. */
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:(?:ok(?:ay)?|no|nope|oops|wait|actually|hmm|well|sorry|ah|oh|good|great|nice|cool|right|righto|thanks?|thank you|perfect|i see|got it|interesting|alright|fine|cheers|yes|yep)(?:[,.! ]+|$))+(?=\S)/i,
    "",
  ],
  [/^(?:i|we) (?:meant|mean|wanted)(?: to say| to know)? /i, "make that "],
  [
    /^(?:and )?(?:can|could|would|will) (?:you|u|i|we) (?:please |pls |also |maybe )*(?:do|see|get|have|show|give|make|redo|repeat|run|be so kind as to show)(?: me| us)? (?:that|this|it|the same)(?: thing| one| numbers?| figures?| amounts?| list)?(?: again)?(?: but)? /i,
    "same ",
  ],
  [
    /^(?:and |please |pls |now |then )*(?:do|redo|repeat|rerun|run)(?: me)? (?:that|this|it|the same)(?: thing)?(?: again)?(?: but)? /i,
    "same ",
  ],
  [
    /^(?:would you be so kind as to |please |pls |now |then |and )*(?:show|give|get|tell)(?: me| us)?(?: now)? (?:that|this|it|the same)(?: thing| numbers?| figures?| amounts?| list| one)?(?: again)? (?=by|per|for|in|without|as|with|but|only|broken|split)/i,
    "same ",
  ],
  [
    /\b(?:the )?same (?:amounts?|numbers?|figures?|thing|things|one|list|query|question|table|view|again)\b/gi,
    "same",
  ],
  [
    /\b(?:leav(?:e|ing) out|ignor(?:e|ing)|skip(?:ping)?|not counting|without counting|omit(?:ting)?|minus)\b/gi,
    "excluding",
  ],
  [/^(?:drop|remove|exclude|take out|throw out) (?!the tag)/i, "excluding "],
  [
    /\b(?:without|excluding|except(?: for)?) (?!an? |any )(?:the |those |these )?(?:ones? )?(?:from |of |in )?/gi,
    "excluding ",
  ],
  [/\bsay me\b/gi, "show me"],
  [
    /^(?:and |please |pls )*(?:also )?(?:add|include|append)\b(?! (?:the )?(?:days|zero|zeros|weeks|empty))/i,
    "also show",
  ],
  [
    /^(?:not|no,? not) (?:by |per |for |in )?[\w -]{2,30}?(?:,| but) (?:rather |but )?(?=\S)/i,
    "make that ",
  ],
  [
    /(?:,| and| but)? (?:rather than|instead of|as opposed to|in place of|and not) (?:by |per |for |in |the |each )*[\w%-]+(?: [\w-]+)?(?=[\s.?!]*$|,| please| pls)/i,
    " instead",
  ],
  [
    /(\b(?:by|per|for each|split)\b.*?),? not (?:by |per |for each )?[\w-]+(?: [\w-]+)?(?=[\s.?!]*$)/i,
    "$1 instead",
  ],
  [
    /^(?:and )?how (?:does|do|did|is) (?:that|this|it|they|those) compare(?:d)? (?:to|with|against)\b/i,
    "versus",
  ],
  [
    /^(?:and )?(?:compared?|in comparison|comparing) (?:that |it |this |them )?(?:to|with|against)\b/i,
    "versus",
  ],
  [
    /\bwho (?:owns|has|is the owner of) (?:them|these|those)(?= *(?:[?.!,]|$))/i,
    "which customers do they belong to",
  ],
  [
    /^(?:and |so )*where (?:are|is|were) (?:they|those|these|all of them|them)(?: (?:now|all|located|right now|at the moment))*(?= *[?.!]*$)/i,
    "also show their country and operator",
  ],
  [/^now ((?:by|per|for each) [\w ]{3,40}?)[?.! ]*$/i, "$1 instead"],
  [/\bamong(?:st)? (?=(?:them|those|these)\b)/gi, "of "],
  [
    /^(?:and |so |but )*which ones (?=(?!(?:are|is|were|was) (?:they|those|these|that|it)\b)\w)/i,
    "which of them ",
  ],
  [/^(?:and )?(?:with|including|plus) (?:their|the|its) (?=[\w ]{3,30}[?.! ]*$)/i, "also show "],
  [
    /^(?:and |so |but )*(?:for |in |on |of )?which (customers?|countr(?:y|ies)|operators?|networks?|(?:rate )?plans?|tags?|teams?)(?: (?:are|is|were|was) (?:they|those|these|that|it))?[?.! ]*$/i,
    "by $1",
  ],
  [
    /^(?:please |pls |now |can you |and )*(?:limit|cut|restrict|trim|shorten)(?: it| that| this| them| the (?:list|result|results|output))? to (?:the )?(?:first )?(\d{1,4})(?: (?:rows?|results?|entries|lines?))?[ ?.!]*$/i,
    "the first $1",
  ],
  [
    /^(?:and )?(?:only|just|max(?:imum)?|at most|no more than) (\d{1,4})(?: (?:rows?|results?|entries|lines?|of them|please|pls))*[ ?.!]*$/i,
    "the first $1",
  ],
  [
    /^(?:and |what about |how about |ok |now |then )*(?:on |in |for )?the (?:next|following) (day|week|month|quarter|year)(?: then)?[ ?.!]*$/i,
    "the $1 after that",
  ],
  [
    /^(?:and |what about |how about |now )*(?:an?|one) (day|week|month|quarter|year) (?:later|after(?: that)?|on)[ ?.!]*$/i,
    "the $1 after that",
  ],
  [
    /^(?:and |what about |how about |now )*(?:an?|one) (day|week|month|quarter|year) (?:earlier|before(?: that)?|prior)[ ?.!]*$/i,
    "the $1 before that",
  ],
  [
    /^(?:and |so )*which (?:one |of (?:them|those|these) )?(?:is|was) the (oldest|newest|latest|most recent)(?: one)?[ ?.!]*$/i,
    "only the $1 one",
  ],
  [
    /^(?:and |so )*which (?:single )?one (?=(?:used|uses|sent|sends|had|has|got|gets|caused|needed)\b)/i,
    "which of them ",
  ],
  [/^n(?= )/i, "and"],
  [/ n (?=\w)/g, " and "],
];

/** A later turn of a conversation in plainer words. */
export function turnText(text: string): string {
  let plain = text.replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();
  for (const [pattern, words] of REWRITES) plain = plain.replace(pattern, words);
  plain = plain.trim();
  return plain.length > 0 ? plain : text;
}
