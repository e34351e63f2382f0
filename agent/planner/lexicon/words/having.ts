import { type Entry, word } from "./entry.ts";

const EXCEPT =
  "except | but not | excluding | other than | apart from | not counting | are not | not | leaving out | leaving aside | without counting | ignoring | disregarding | minus | omitting | not including | exclude | ignore | leave out | skip | skipping".split(
    " | ",
  );
const THOSE =
  "those | the ones | ones | any | anything | whatever | everything | all | all those | any that".split(
    " | ",
  );
const WHICH =
  "of | from | in | on | is | are | that is | that are | that were | which is | which are | which were | that's".split(
    " | ",
  );

/** "except those of", "excluding whatever is": what is left out is named behind it. */
const EXCEPT_THOSE = EXCEPT.flatMap((except) =>
  THOSE.flatMap((those) => [
    `${except} ${those}`,
    ...WHICH.map((joint) => `${except} ${those} ${joint}`),
  ]),
).join(" | ");

/** Not, without, except, with: what rows have and lack. */
export const HAVING: readonly Entry[] = [
  [EXCEPT_THOSE, { cat: "neg" }],
  [
    "not | isnt | neither | never | nor | no longer | did not | do not | does not | has not | have not | was not | were not | is not | are not | not yet | yet to | not been | had not | never been",
    { cat: "neg" },
  ],
  [
    "w / o | no | without | without a single | without single | without any single | without even one | without even a single | without one | with not a single | no single | without any | not one | not a single | not any | zero | nothing | none of | lacking | free of | have no | has no | had no | with no | with zero | having no",
    word("without"),
  ],
  [
    "outside | outside of | except | except for | excluding | other than | apart from | but not | anywhere but | not in | besides | elsewhere than | not from | minus | with the exception of | with exception of | aside from | leaving aside | setting aside | barring | not including | not counting | without counting | leaving out | exclusive of | disregarding | save for | ignoring | ignore | ignores | disregard | exclude | excludes | skip | skipping | omit | omitting | filter out | filtering out | leave out | leave aside | forget about | bar those of | bar those in | bar those on | bar the ones | with the exclusion of | not considering | to the exclusion of",
    { cat: "neg" },
  ],
  [
    "w | with | having | that have | which have | who have | that had | which had | that has | containing | including",
    word("with"),
  ],
  [
    "has | have | had | cause | caused | causes | account for | accounts for | accounted for | responsible for | make up | makes up | made up | contribute | contributes | contributed | having had | experienced | got | receive | receives | receiving | generated | saw | received | suffered | reported",
    word("have"),
  ],
];
