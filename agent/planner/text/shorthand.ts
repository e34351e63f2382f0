import { table } from "./table.ts";

const one = (pairs: string): [string, readonly string[]][] =>
  pairs
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => {
      const [short = "", ...words] = line.split(/\s+/);
      return [short, words] as [string, readonly string[]];
    });

/** Contractions that people write without the apostrophe, by their words. */
const NEGATED = "has have had is are was were do does did would could should must need ai".split(
  " ",
);
const IS = "what who where when why how that there here he she thats".split(" ");
const BARE: [string, readonly string[]][] = [
  ...NEGATED.map((verb): [string, readonly string[]] => [
    `${verb}nt`,
    [verb === "ai" ? "is" : verb, "not"],
  ]),
  ...IS.map((word): [string, readonly string[]] => [`${word}s`, [word, "is"]]),
  ...one(`
    aint is not
    cant can not
    cannot can not
    wont will not
    dont do not
    ive i have
    im i am
    weve we have
    theyve they have
    youve you have
    theyre they are
    youre you are
    itll it will
    theyll they will
    youd you would
    whens when is`),
];

/** What people type for whole words in chats and notes. */
const CHAT = one(`
  meny many
  manny many
  meney many
  realy really
  sayd said
  sendet sent
  shud should
  shuld should
  cud could
  wud would
  becos because
  becuz because
  cuz because
  thier their
  recieved received
  recieve receive
  alot many
  untill until
  allready already
  alredy already
  thru through
  yday yesterday
  ystrday yesterday
  ystdy yesterday
  anom anomaly
  anoms anomalies
  chg change
  chgs changes
  cam camera
  cams cameras
  yest yesterday
  tmrw tomorrow
  tmr tomorrow
  tmw tomorrow
  tomoz tomorrow
  tdy today
  nite night
  tonite tonight
  arvo afternoon
  n and
  nd and
  w with
  wo without
  u you
  ur your
  r are
  ya you
  yer your
  bc because
  coz because
  cuz because
  cos because
  til until
  till until
  thru through
  tho though
  altho although
  abt about
  rn now
  btw by the way
  fyi please
  asap please
  gimme give me
  lemme let me
  gonna going to
  gona going to
  wanna want to
  gotta got to
  dunno do not know
  kinda rather
  hw how
  wht what
  wat what
  wich which
  whch which
  qty number
  tix tickets
  tkt ticket
  tkts tickets
  msg message
  msgs messages
  txt text
  txts texts
  acct account
  accts accounts
  cust customer
  custs customers
  wk week
  wks weeks
  mth month
  mths months
  yr year
  yrs years
  qtr quarter
  nbr number
  cnt count
  ystd yesterday
  sev severity
  deact deactivated
  susp suspended
  prev previous
  evt event
  ts timestamp
  evts events
  rej reject
  rejs rejects
  vol volume
  vols volumes
  dev device
  devs devices
  tot total
  yesterdays yesterday
  todays today
  tomorrows tomorrow
  ppl people
  sth something
  smth something
  em them
  shud should
  cud could
  wud would
  incl including
  excl excluding
  megs megabytes
  avarage average
  alot lot
  hav have
  hw how
  hwo how
  ae are
  wich which
  wht what
  teh the
  dat that`);

/** `whens` → `when is`; the words of one typed word, where they are not itself. */
export const SHORTHAND: ReadonlyMap<string, readonly string[]> = new Map([...BARE, ...CHAT]);

/** Two tokens that are one word: `per cent`; a digit said as a word before the G of 2G. */
export function joinedWord(first: string, second: string): string | null {
  if (first === "per" && second === "cent") return "percent";
  return null;
}

const GENERATIONS = table({
  two: "2",
  three: "3",
  four: "4",
  five: "5",
});

/** `two` of `two G`: the radio generation is written with a digit. */
export function generation(first: string, second: string | undefined): string | null {
  return second === "g" ? (GENERATIONS[first] ?? null) : null;
}
