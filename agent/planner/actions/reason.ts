/** What a request may be followed by, once a SIM was named: a stop, or the beginning of a reason. */
const JOINT =
  /(?<![,;:.!])[,;:.!]+\s+|(?<!\s)\s+[-–—]\s+|(?:,\s+|(?<![,\s])\s+)(?:because|cause|cos|since|as|now that|given that|seeing that|considering|after|so that|so|in case|due to)\s+/gi;
/** Instead of a reason: a further order, a condition, or what restricts the rows. */
const NO_REASON =
  /^(?:and|then|but|or|plus|except|excluding|only|unless|if|when|where|not|also|without|with|to|in|on|at|which|that are|all|every|each)\b|\?\s*$/i;
const VERB =
  /\b(?:is|was|are|were|be|been|has|have|had|did|does|do|got|gave|lost|paid|went|came|left|broke|sold|bought|found|stole|believe|think|thinks|suspect|guess|needs?|wants?|said|says|keeps?|will|would|can|can't|cannot|won't|must|over|due|overdue|unpaid|stolen|broken|gone|dead|\p{L}+ed)\b|'(?:s|re|ve|m)\b/iu;

/** Beyond so many the rest of a text is looked through for nothing. */
const MAX_JOINTS = 30;

/** A request of what was named before, and why it was made: "suspend 898…, the owner lost it"; null where none was given. */
export function withoutReason(question: string): { order: string; reason: string } | null {
  for (const joint of question.matchAll(JOINT).take(MAX_JOINTS)) {
    const order = question.slice(0, joint.index).trim();
    const reason = question.slice(joint.index + joint[0].length).trim();
    if (!/\d|\brules?\b/i.test(order) || /["“]/.test(question)) continue;
    if (NO_REASON.test(reason) || !VERB.test(reason) || /\d{6}/.test(reason)) continue;
    return { order, reason };
  }
  return null;
}
