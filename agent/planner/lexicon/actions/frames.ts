/** Words before a request that ask for nothing by themselves. */
const YOU = "you|u|ya|we|i|someone|somebody|simon|one of you";
const WANT =
  "(?:i|we|he|she|they)(?:'d| would)? (?:like|love|want|need|wish|prefer|have|ought|decided|plan|got)(?: (?:you|u|for you))? to";

export const LEAD = new RegExp(
  `^(?:(?:${[
    "please|pls|plz|kindly|ok|okay|now|hey|hi|hello|dear|simon|so|then|and|also|but|just|yes|yep|yeah|yup|right|righto|cool|great|good|nice|perfect|fine|alright|all right|well|thanks|thank you|thx|cheers|no worries|sure|first|next|finally|quickly|immediately|urgent(?:ly)?|asap|sorry|hmm|agreed|confirmed",
    `(?:can|could|would|will|might|may) (?:${YOU})(?: (?:all|also|just|maybe|perhaps|possibly|then|now|please|pls|kindly))*`,
    "would (?:you|u) (?:mind|be so kind(?: as)? (?:to|and)|be able to)|be so kind(?: as)? to",
    WANT,
    "be so kind(?: as)? (?:to|and)|be kind enough to|go ahead(?: and| to)?|feel free to|do me a favou?r(?: and|,)?|it(?:'s| is) time to|time to|make sure to|remember to|help me(?: to)?|try to|be a dear and",
    "(?:is|would) it (?:be )?possible to|can it be that you",
    "let's|lets|let us",
    `(?:i|we|you) (?:should|must|shall|gotta|wanna|need to|have to|got to|had better)(?: (?:now|please|really|just))*`,
  ].join("|")})(?:[ ,!:]+|$)\\s*)+`,
  "i",
);

/** What makes a sentence a question rather than a request. */
export const ASKS =
  /^(?:who|whom|whose|which|what|when|where|why|how|did|do|does|has|have (?:we|i|you|they|there|any)|had|is|are|was|were|should|shall|list|show|give me|tell me|count|compare|find|top(?![ -]?up| (?:them|those|these|it|all|every|each|the)\b)|bottom|any|number of|percentage|share|explain|(?:can|could|would) (?:you|u) (?:please |pls )?(?:tell|show|list|give me|find|count|explain|check|say))\b/i;

/** A request in the middle of a sentence, after what led to it; `plain` ones only where no question stands before. */
export const JOINTS: readonly { readonly pattern: RegExp; readonly isPlain: boolean }[] = [
  {
    pattern: new RegExp(
      `(?:^|[ ,])(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|u|ya|someone)|${WANT}|let's|(?:i|we) (?:should|must)) `,
      "gi",
    ),
    isPlain: false,
  },
  {
    pattern: /[,:] (?:so |and |then |now |just |ok |also )*|\b(?:so|and|then) (?:then )?/gi,
    isPlain: true,
  },
];

/** The passive: "… should be suspended", "I want … suspended", "get … suspended". */
export const PASSIVES: readonly RegExp[] = [
  /^(?<object>.+?) (?:should|must|need|needs|have|has|ought|are|is|can|could|shall|may|want|wants)(?: all| now| please)?(?: to)? (?:be|get) (?<done>[a-z-]+)\b(?<rest>.*)$/is,
  /^(?:i|we)(?:'d| would)? (?:want|need|like|wish)(?: to (?:have|see|get))?(?: that)? (?<object>.+?)(?<!\b(?:about|of|on|for|with|the|any|our|my|their|from|by|no|how many|currently|recently|were|was|are|is|been|being|that|which|who|has|have|had|got|never|not))(?: to)?(?: be| get)? (?<done>[a-z-]+ed|cut|put|shut|reset|set)(?! (?:sims?|cards?|devices?|ones|alerts?|tickets?|units?|messages?|data)\b)\b(?<rest>.*)$/is,
  /^(?:get|have) (?<object>.+?) (?<done>[a-z-]+ed|cut|put|shut|reset|set)\b(?<rest>.*)$/is,
];

/** "Let the collars receive the text PING": what is sent, said from the other end. */
export const RECEIVING =
  /^(?:(?:i|we)(?:'d| would)? (?:need|want|like|wish)(?: that| to have)?|let|have|make sure(?: that)?|see to it that) (?<object>.+?),? (?:to )?(?:receive|receives|get|gets) (?<rest>(?:the |an? |this )?(?:sms|text|message|command)\b.*)$/is;

/** The verb of a participle: suspended → suspend, tagged → tag, moved → move. */
export function verbsOf(participle: string): string[] {
  const word = participle.toLowerCase();
  if (!word.endsWith("ed")) return [word];
  const stem = word.slice(0, -2);
  const doubled = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  const ied = word.endsWith("ied") ? [`${word.slice(0, -3)}y`] : [];
  return [`${stem}e`, ...doubled, stem, ...ied];
}
