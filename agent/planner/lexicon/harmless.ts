/**
 * Turns of phrase around a question, in the voices of the people who ask: where they stand, what they are
 * in a hurry about, how they take a breath. Their words alone may mean something; the phrases never do.
 */

/** Where an answer is to be read from, which is where it is read from anyway. */
const SOURCES = ["according to", "going by", "judging by", "as per", "as told by"].flatMap((lead) =>
  `the outlook | the quota outlook | our outlook | the forecast | our forecast | the forecasts | the log | the logs | the event log | the prediction | the predictions
  the model | the system | the books | our records | the records | the data | our data | the numbers | the platform`
    .split(/ \| |\n\s*/)
    .map((source) => `${lead} ${source}`),
);

const ASIDES: readonly string[] = [
  "by the book | by the looks of it | per the log",
  "ops here | ops team here | operations here | support here | from ops here | team here | here from ops | here from support | here from finance | speaking here | on behalf of | in our books | on our books | on the books | in our system | in the system | on our system | on the platform | on our platform",
  "named in their | named in its | named in the",
  "in euros | in euro | in eur | in dollars | in pounds | in money | in cash",
  "among my colleagues | of my colleagues | among our people | of our people | among us | in my team | on my team | among the team",
  "first week here | first day here | my first week here | my first day here | new here | new to this | new to the job | new to the team | off the sticker | on the sticker | from the sticker | off the sticker only | printed on it | printed on the back | on the back of it",
  "on paper | in theory | in principle | strictly speaking | on the face of it",
  "on the phone | over the phone | on the line | on the other line | on a call | on the call | in a meeting | in front of me",
  "in my hand | in my hands | in hand | at hand | at my desk | on my desk | on the desk | on their desk | on their plate | on their hands | on my screen | on my list | on my mind | at my end | at our end",
  "to cut a long story short | long story short | in short | in brief | in a nutshell | in a word | in plain english | in plain words | in simple terms",
  "for the record | for my records | for our records | for future reference | for good measure | for the file | for my notes | for my own interest",
  "out of interest | out of curiosity | as a matter of interest | as a matter of fact | just in case | to be safe | to be sure | to be clear",
  "to be precise | to be exact | to be fair | to be frank | off the top of your head | believe it or not | as far as we know | as far as you know",
  "as we speak | at this very moment | at this point | at this stage | at this moment | at this time | in the meantime",
  "over the course of | in the course of | in the space of | for the duration of | over the span of | in the period | during the period | within the period",
  "in the world | around the world | all over the world | across the world | worldwide | globally | across the globe | across the board | all told",
  "in its entirety | as a whole | all in all | on the whole | across the estate | across the lot | from top to bottom | anymore | any more | any longer",
];

/** All that there is, which is what is looked at anyway. */
const ALL_TIME = [
  "whole history | entire history | full history | complete history | over the whole history | across the whole history | in the whole history | over our whole history | all of history | all history | history to date",
  "of all time | all time | for all time | since the beginning of time | since day one | since forever | from day one | since the very beginning | from the very beginning | since we began | since we started | ever since we started | since we have you | since the system exists | since records began",
  "over the whole time | over the entire time | over all the time | during the whole time | the whole time | the entire time | over the complete time | that we have in the system | we have in the system | that you have in the system | that are in the system | that is in the system | that is on record | that are on record | we have on record",
  "as far back as it goes | as far back as we have | as far back as we have data | as far back as the data goes | as far back as possible | as far back as you can | everything we have got | no time limit | without time limit | whatever the date | no matter when | regardless of when | regardless of date",
];

/** How finely a figure is to be shown, which never changes it. */
const ROUNDING = [
  "no | one | two | three | 1 | 2 | 3 | 0 | a | whole".split(" | "),
  "decimal | decimals | decimal place | decimal places | digit after the point | digits after the point".split(
    " | ",
  ),
].reduce((counts, places) => counts.flatMap((count) => places.map((place) => `${count} ${place}`)));
const ROUNDED = ["", "to ", "with ", "rounded to ", "round to ", "at "].flatMap((lead) =>
  ROUNDING.flatMap((what) => [
    `${lead}${what}`,
    `${lead}${what} is fine`,
    `${lead}${what} will do`,
  ]),
);

const COURTESIES: readonly string[] = [
  "would be appreciated | much appreciated | i would appreciate | i appreciate | appreciate it | appreciated | would be a great help | would be helpful",
  "would help me | would help us | helps a lot | at your convenience | when convenient | if convenient | when you have a moment | when you have a minute",
  "when you have time | when you get a chance | when you get a minute | if you have a minute | if you have time | if you get a chance | if you do not mind",
  "if it is not too much trouble | if that is okay | if that is ok | if that is alright | if i may | may i ask | can i ask | could i ask | might i ask",
  "do me a favour | do me a favor | do us a favour | do us a favor | give me a hand | give us a hand | lend me a hand | help me out | help us out | while you are at it",
  "many thanks | thanks a lot | thanks a million | thanks in advance | thank you in advance | thank you kindly | thank you very much | thanks so much | kind regards | best regards | best wishes | regards",
  "have a nice day | have a good day | have a good one | see you | take care | see you later | talk soon | over and out | that is it | that is all | nothing else",
  "good night | good to see you | nice to meet you | how are you | how are you doing | how do you do | hope you are well | hope you are doing well",
];

const TELLING: readonly string[] = [
  "looking after | look after | looks after | looked after | are we taking care of | we take care of | have we got | we have got | have you got | we have got here | are we talking about | are we talking | we are talking about | are we looking at | we are looking at",
  "share the list | share a list | share the details | share the number | please share | kindly share | can you share | could you share | share with me | share with us",
  "revert with | revert back | revert back with | revert to me with | do the needful | needful | full stop | question mark | exclamation mark | new line | comma",
  "walk me through | talk me through | run me through | take me through | run it by me | hit me with | shoot me | throw me | bring me up to speed | fill me in | keep me posted",
  "have a look | have a look at | take a look | take a look at | have a peek | take a peek | have a think | have a go | have a quick look | let me see | let us see | let me have",
  "send me | send over | send across | send me over | email me | e mail me | mail me | forward me | drop me | slack me | pass me | hand me | feed me | chuck me | give me",
  "dump me | dump out | spit out | rustle up | knock up | whip up | dish out | dish up | tot up | add up | crunch the numbers | do the maths | do the math | run the numbers",
  "put together | draw up | write up | write down | write out | write me | write a | write it down | jot down | note down | read out | spell out | lay out | set out | point out",
  "quickly tell | quickly show | quickly give | quickly check | quickly pull | quickly list | quickly get | quickly look | quickly see | quickly find",
  "am after | are after | am looking for | are looking for | am keen to | am curious to | got to know | have got to | has got to | need to know | good to know | nice to know",
];

const SIGHS: readonly string[] = [
  "the hell | the heck | on earth | in hell | the devil | the bloody hell | bloody | for heaven's sake | for crying out loud",
  "with both numbers | both numbers | with both figures | both figures | with both values | both values | both totals | with both totals | both amounts | give both | show both | say both | with both",
  "hangs | hangs on | hang on | hangs still on | hang still on | still hangs on | still hang on | hanging on | still stuck on | stuck on | stuck at | still stuck at | sits on | sit on | sits still on | sitting on | lives on | live on | living on | runs still on | run still on | still runs on | still run on",
  "keys included | including keys | including the keys | including api keys | incl keys | also keys | also the keys | keys as well | keys too | keys and people alike | humans and keys alike | people and keys alike | automation included | also the automatic | and the automatic | the automatic too | also the automation | including the system | system included | also the system | including automatic ones | including automation",
  "it would interest me | it interests me | would interest me | i am interested in | am interested in | would be interested in | interests me | one of ours | one of our own | ours",
  "the outlook says | the forecast says | the system says | the model says | the outlook predicts | the outlook expects | the system expects | the forecast expects | the outlook shows",
  "the system suggests | the system recommends | the system proposes | the system advises | that the system suggests | that the system recommends | the tool suggests | the tool recommends | you suggest | you recommend | you propose | simon suggests | simon recommends",
  "dated | dated on | dating from | become due | he has | she has | they have got",
  "a pity | a real pity | what a pity | such a pity | a pity for the money | a shame | what a shame | such a shame | a waste of money | what a waste | such a waste | money down the drain | for shame",
  "such a mess | what a mess | such a nightmare | what a nightmare | what a joke | such a pain | what a pain | so sad | so annoying | so embarrassing | how embarrassing | how annoying | how sad",
];

const BREATHS: readonly string[] = [
  "wait a minute | wait a second | wait a sec | wait a moment | wait , | wait . | hold on | hold on a sec | hold on a second | hang on a sec | hang on a minute | one moment | just a moment | a moment please",
  "let me think | let us think | how about it | tell you what | here we go | there we go | there you go | here goes | you know | you know what | i mean , | mind you | fair enough | not bad",
  ..."perfect brilliant fantastic wonderful terrific marvellous fabulous superb splendid nice sweet neat amazing beautiful right great good fine alright nope sure true"
    .split(" ")
    .map((word) => `${word} , | ${word} ! | ${word} .`),
];

export const HARMLESS: readonly string[] = [
  ...SOURCES,
  ...ASIDES,
  ...ALL_TIME,
  ...ROUNDED,
  ...COURTESIES,
  ...TELLING,
  ...SIGHS,
  ...BREATHS,
];
