import { ORDINARY } from "./ordinary.ts";

/** Words that carry no content of their own. The list is closed: whatever is not in it must be understood. */
export const FILLERS: ReadonlySet<string> = new Set(
  `the a an of in on at to for from into onto with that which who whom whose this these those there here
i we you me us our my your they he she it its their them one s
is are was were be been being am do does did done doing has have had having can could would should will shall may might must
please pls plz kindly thanks thank thx hi hello hey dear ok okay well so now right currently present presently today's moment yet still already ever even quite really actually exactly about approximately roughly around just also too either both together
and or but then than as if by per each every all any some such own whole entire complete full
show list give tell get find display want wants need needs like know see let say look check checking checks help asking ask asks wondering question questions report reports reporting management answer number figure figures value values info information data's details detail overview view summary table result results
what when where how why much many out up down off over again back away
us's time times timestamp timestamps during while within since until via through throughout using due because
have's keep kept make makes made take takes took taken come comes came go goes going gone went belong belongs belonging assigned located based registered concerning regarding related about there's total anything whatsoever
single possible year's month's week's day's day's sim's per's
group grouped sort sorted order ordered rank ranked split break broken breakdown combination combinations combos
count counts no. nr
sitting sits sat notify notifies notified notifying ring rings sound sounds our us among run runs running operate operates operating ie money took paying pay although though whereas field fields column columns side whether else's shall currently along actual again`.split(
    /\s+/,
  ),
);

/** Signs that may stand anywhere. */
export const FILLER_SIGNS: ReadonlySet<string> = new Set([
  ",",
  ".",
  "?",
  "!",
  ":",
  ";",
  "-",
  "(",
  ")",
  "[",
  "]",
  "/",
]);

export function isFiller(word: string): boolean {
  return FILLERS.has(word) || ORDINARY.has(word);
}
