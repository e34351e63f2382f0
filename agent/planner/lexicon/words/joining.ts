import { type Entry, word } from "./entry.ts";

/** The small words that join, point and bend a sentence. */
export const JOINING: readonly Entry[] = [
  ["distribution of | distribution | spread of", word("distribution")],
  [
    "together with | along with | in addition to | accompanied by | inclusive of | inclusive",
    word("alongside"),
  ],
  ["and | & | as well as | plus the | also | then | nor", word("and")],
  ["or | and or | either", word("or")],
  [
    "is | are | was | were | be | being | got | gets | stays | stay | remains | turned out to be | turned out | turn out to be | turns out to be | turn out | proved to be | proves to be | ended up | end up | ends up | ended up being | wound up | happened to be | happen to be | getting",
    word("is"),
  ],
  [
    "only | just | nothing but | solely | exclusively | strictly | limited to | restricted to | but only | counting only | counting just | only counting | count only | count just | only count | just count | take only | use only | consider only | include only | only include | only consider | looking only at | considering only | taking only | confined to | narrowed down to | narrowed to",
    word("only"),
  ],
  [
    "same | the same | same thing | same again | ditto | likewise | same question | same query | same for | repeat",
    word("same"),
  ],
  ["instead of | rather than | in place of | as opposed to", word("insteadOf")],
  [
    "instead | rather | change to | change that to | change it to | make it | make that | switch to | now by | instead of that | in place of that",
    word("instead"),
  ],
  [
    "it | its | they | them | their | those | these | that one | that sim | this one | this sim | this device | that device | those sims | these sims | this card | that card | he | she | all of these | all of those | of these | of those | of them | them all | all of them | those ones | that lot | the lot | this lot | the whole lot | that bunch | the whole bunch | those guys | this bunch | them lot",
    word("pronoun"),
  ],
  [
    "with a 0 for | with a zero for | with 0 for | with zero for | with zeros for | 0 for quiet days | zero for quiet days | with a 0 on | incl days with zero | incl zero days | incl days without | including days with zero | including zero days | incl zero days | including days without | with zero days | zeros included | zeroes included | zero included | incl zeros | including zeros | with zeros | zero filled | fill gaps | including empty days | also days with zero | including days with none | days without usage as zero",
    word("fill"),
  ],
  [
    "tagged | tagged as | tagged with | tagged by | tagged both | bearing tag | bearing the tag | bear tag | carry tag | carrying tag | wear tag | marked with tag",
    word("tagged"),
  ],
  [
    "carry | carries | carrying | bear | bearing | wear | wearing | connect to | connect with | connect via | connect through | connect over | connecting to | connecting with | connecting via | connecting through | connecting over | connects to | connects with | connects via | connects through | connects over | equipped with | fitted with | camping on | camp on | camped on | riding on | ride on | hanging off | hooked up with | blessed with | endowed with",
    word("with"),
  ],
  [
    "unused | untouched | unspent | not used | still unused | left unused | not used up | not been used | not yet used | not consumed | to spare",
    word("unused"),
  ],
  [
    "starting with | beginning with | starting from | beginning from | begin with | start with | starting by | beginning by | led by",
    word("startWith"),
  ],
  [
    "were cancelled | were all cancelled | was cancelled | be cancelled | got cancelled | would cancel | cancelled | left us | would leave | would leave us | all left | walked away | walk away | would walk | went away | jumped ship | jump ship | were lost | would be lost | churned | were to churn | would churn | all churned | were to leave | threatened to leave",
    word("gone"),
  ],
  [
    "we sell | do we sell | we offer | do we offer | on offer | for sale | on sale | we have on offer | offered by us",
    { cat: "filler" },
  ],
  [
    "expected to | predicted to | forecast to | forecasted to | projected to | going to | gonna | due to | set to | bound to | supposed to | about to | slated to | scheduled to | on course to | on track to | estimated to | likely soon to",
    word("expected"),
  ],
  [
    "how soon | until when | till when | by when | what day | which day | on which day | on what day | what date | which date | on what date | on which date",
    word("whichDay"),
  ],
  [
    "that day | that very day | that same day | that week | that same week | that month | that same month | that night | that morning | that evening | that afternoon | that date | that weekend | that period | that window | that time frame | in that time | in that time frame | those days | those weeks | those months",
    word("thatTime"),
  ],
  ["to", word("to")],
  ["x | × | crossed with | crossed by", word("cross")],
  ["wise | wise split | wise breakdown | wise list | wise count", word("wise")],
  [
    "excluded | left out | omitted | not included | not counted | filtered out | left aside | disregarded | exempted",
    word("excluded"),
  ],
  [
    "hold | holds | holding | possess | own | owns | include | includes | come with | comes with | allow | allows | cover | covers",
    word("with"),
  ],
];
