import { inflected } from "../text/inflect.ts";
import { HARMLESS } from "./harmless.ts";

/**
 * Ordinary words that cannot choose among rows, whatever stands beside them: what people do with an
 * answer, how sure they are, how they greet. Words that describe a SIM, its traffic or its owner
 * (adjectives of state, things, places, "quickly", "mostly") never belong here: those must be
 * understood or asked about.
 */

/** Saying, thinking, asking, working on the answer. */
const VERBS = inflected(
  `accept add advise affect aim allow analyse analyze appear argue arrange assess assume believe bet bother calculate care chase
  claim clarify collect come concern consider convince copy crave decide deduce demand depend derive determine discuss distribute doubt
  draft draw ensure enter estimate examine exist expand explain explore express extract fancy figure follow generate grab guess handle
  happen hate hold hope hunt imagine impress include inform inspect intend investigate judge jot justify keep learn let look love make
  manage matter mean mind need notice offer owe paste plot prefer prepare present presume print promise prove provide pull put quote
  read recall reckon refer reflect regard remember remind repeat reply require research respect reveal review seek seem sell serve
  share sit sort speak spell stand state study sum summarise summarize suppose suspect tabulate tell thank think tidy try
  understand verify view visualise visualize wish wonder worry`,
  `said told thought heard knew known felt feel kept made took got given gave came brought bring brings bringing held stood sat
  charged buy buys bought carried meant spoke spoken understood sought outlined outline recap recapped compile compiled compiling assemble illustrate highlight pinpoint pinpointed depict enquire enquiring inquire inquiring query querying browse browsing drew drawn shown showed saw
  dug found forgot forget forgotten swore sworn put puts putting`,
);

/** What an answer goes into. */
const PAPERWORK =
  `regulation regulations directive duty obligation obligations agenda appendix attachment bullet chart charts deck decks diagram excel graph graphs handout headline highlights kpi kpis
  memo newsletter notebook page pages pdf plot powerpoint ppt presentation presentations qbr rundown sheet sheets slide slides
  slidedeck spreadsheet writeup`.split(/\s+/);

/** How sure, how much it matters, how it is meant; none says when, how fast or how well. */
const ADVERBS =
  `absolutely additionally admittedly altogether anyhow anyway anyways apparently arguably basically certainly
  clearly completely concretely consequently curious curiously definitely entirely especially essentially evidently explicitly extremely fairly
  finally firstly frankly further furthermore generally genuinely gladly glad hence honest honestly hopefully however ideally
  importantly incidentally indeed interested just kindly lastly literally loosely luckily maybe meanwhile merely moreover
  namely naturally necessarily nevertheless nonetheless obvious obviously otherwise overall particularly perhaps plainly possibly
  precisely preferably presumably pretty probably purely rather realistically respectively roughly sadly secondly seemingly
  separately seriously simply sincerely slightly somehow somewhat specifically straight surely supposedly surprisingly therefore thereby
  technically theoretically thirdly thus totally broadly interestingly ironically annoyingly strangely oddly funnily regrettably understandably conceivably officially nominally ostensibly nicely neatly anew truly truthfully ultimately unfortunately utterly wholly`.split(
    /\s+/,
  );

/** Greetings, sighs, thanks, ways to address someone, in the tongues of our users. */
const INTERJECTIONS =
  `ah aha ahem alas amigo argh aw aye awesome bitte blimey bro brother buddy bugger bye ciao cheers cool crikey damn danke
  dear dude eh er erm everybody everyone excellent fab folks gang gday gents gosh grazie greetings grr guten guys haha hehe heya hiya hmm hola
  hooray howdy huh jeez lads legend legends lol lovely mate mates merci mhm hm hmmmm mornin nah nope obrigado oh oi okey omg oops ouch pal phew por
  favor prego righto rofl salut salve scusa scusi servus sheesh sir madam maam mam fella fellas chap chaps sigh simon smh sorry super sure ta thankyou thnx thx ty tysm ugh uh uhm um
  welcome whoa y'all yall yay yeah yea yep yes yo yup`.split(/\s+/);

/** Nouns so general that they add nothing to what is asked. */
const GENERAL =
  `amount amounts aspect basis behalf bit bits candidate candidates circumstances comparison context curiosity detail details
  effect evidence example exercise fact facts favour feeling figure figures form format fun glance hand hands hint hunch idea ideas
  insight kindness list lists look lookout manner matter means moment object occasion option overview picture point points prep
  purpose record reference regard regards rundown sake sense set sort spot statement stats statistic statistics story stuff summary surprise
  table tables thing things thought thoughts truth use view views way ways while whole word words`.split(
    /\s+/,
  );

/** Small words of grammar, beside those of FILLERS. */
const FUNCTION =
  `according albeit alone along amid amidst among amongst anything as because behind both concerning considering despite else
  ever everything far for given hence hers herself him himself his if in inside into itself lest meaning mine mr mrs ms must myself of
  onto ought ourselves own per plus re regarding she since so some someone somebody something such than themselves thereof those
  throughout thus together toward towards unto upon we whatever whatsoever whenever wherever whereby wherein whereof whether whichever
  whilst whoever whom whose within yourself yourselves`.split(/\s+/);

export const PAPERWORK_WORDS: ReadonlySet<string> = new Set(PAPERWORK);

export const ORDINARY: ReadonlySet<string> = new Set([
  ...VERBS,
  ...PAPERWORK,
  ...ADVERBS,
  ...INTERJECTIONS,
  ...GENERAL,
  ...FUNCTION,
]);

/** Turns of phrase that mean no more than their place in the sentence does. */
export const ORDINARY_PHRASES: readonly string[] = [
  "so far | by now | up to now | until now | as of now | as of today | thus far | to date | at the moment | right now",
  "at all | of course | for now | at once | by the way | no worries | no rush | no problem | never mind | in detail",
  "do not mind | do not care | do not care which | does not matter | do not matter | whatever it is",
  "if possible | if you can | if you could | if you would | as soon as possible | in a hurry | if that is possible",
  "is each one | are on each one | in each one | has each one | say it | put it | spell it out | one by one | at a glance | next to each | next to it | next to each other | next to one another | beside each | beside it | alongside",
  "one number | one figure | a single number | a single figure | just one number | one line | one line each | one row | one row each | its own row | each its own row",
  "and so on | and so forth | etc | et cetera | to be honest | be so kind | so kind as to | be a dear | in other words | that is to say",
  "as well | as such | all i need | is enough | are enough | will do | would do | is fine | are fine | would be great | would be nice",
  "was unsure about | is unsure about | go ahead | come on | is there a way | any chance | is it possible | is it true that | is it correct that | is it right that | is it the case that | is it so that | am i right that | can it be that | hang on | bear with me | one sec | one second | a sec",
  "quick one | quick question | one question | one more thing | hi team | hello team | good morning | good afternoon | good evening | good day",
  "would like | would rather like | would love | at this pace | at that pace | at this rate | at the current pace | at the current rate | at the present pace | at the present rate",
  "ended as | ended up as | ended up | ended in | rated | rated as | rated at | do we rate | we rate | classed as | classed | graded as | graded | classified as | scored as | deemed | banded as",
  "wake up | wakes up | wake me | wake me up | wakes me up | wake us | wake us up | wake somebody | wake somebody up | wake someone up | wakes somebody up | wakes someone up | wake people up",
  "to invoice | to bill | that is within | that is inside | within that | or whoever | whoever | or whatever",
  "first of all | last but not least | right away | more or less | each of them | work out | working out | sort out | most work",
  "any status | in any status | of any status | whatever status | whatever the status | whatever their status | whatever its status | regardless of status | regardless of their status | irrespective of status | irrespective of their status | no matter the status | no matter what status | no matter which status | independent of status | independent of their status | in whatever status | in whatever state | regardless of state | whatever state | any state",
  "riding on | camping on | camped on | homed on | latched onto | latched on to | hanging off | hooked up to | parked on | or something newer | or something older | or something better | or something faster | or something else | or something like that | or something similar | or something",
  "fleet wide | fleetwide | estate wide | company wide | organisation wide | i mean | one count | one value | a single value | one single number",
  ...HARMLESS,
];

/** Whom an answer is for: harmless after "for" or as the one who asks, a restriction elsewhere ("tickets of legal"). */
export const AUDIENCE: ReadonlySet<string> = new Set(
  `jour fixe sync kickoff kick-off retrospective allhands offsite webinar roadshow onboarding accountant accountants accounting accruals analyst appointment article audit auditor auditors board boss bosses briefing brief budget budgets
  call caller callers ceo cfo chairman chief clerk colleague colleagues compliance conference controller coo courier coworker crew cto customs
  department desk dinner director directors dispatch economist email engineer engineering engineers exec execs executive executives facility
  finance follow-up forum guy guys handover head incident intern investor investors invoice invoicing lady lads lead leadership lead legal lunch
  man manager managers management meeting meetings mgmt minutes newsletter note notes operations owner paper papers partner planning policy
  pitch press prep procurement regulator regulators banker bankers lender lawyer lawyers solicitor union landlord mayor council teacher student students professor journalist trainee apprentice successor predecessor deputy secretary assistant consultant consultants insurer trustee trustees treasurer ministry authority ombudsman purchasing quarter-end record records register report reporter reporting reports retro review reviews sales
  session shareholders shift staff standup steering stakeholder stakeholders supervisor supplier talk team teammate tech technician technicians
  tester tour townhall check checks checkup inspection inspections drill exercise campaign trip checklist walkround survey stocktake stocktaking visit visitor vp wife woman work workshop`.split(
    /\s+/,
  ),
);
