/** Verbs for using data, in all their forms. */
const VERBS: readonly (readonly string[])[] = [
  ["use", "uses", "used", "using"],
  ["burn", "burns", "burnt", "burned", "burning"],
  ["consume", "consumes", "consumed", "consuming"],
  ["eat", "eats", "ate", "eaten", "eating"],
  ["chew", "chews", "chewed", "chewing"],
  ["guzzle", "guzzles", "guzzled", "guzzling"],
  ["gobble", "gobbles", "gobbled", "gobbling"],
  ["devour", "devours", "devoured", "devouring"],
  ["swallow", "swallows", "swallowed", "swallowing"],
  ["hog", "hogs", "hogged", "hogging"],
  ["munch", "munches", "munched", "munching"],
  ["churn through", "churns through", "churned through", "churning through"],
  ["rip through", "rips through", "ripped through", "ripping through"],
  ["go through", "goes through", "gone through", "went through", "going through"],
  ["get through", "gets through", "got through", "getting through"],
  ["run through", "ran through", "running through"],
  ["rack up", "racks up", "racked up", "racking up"],
  ["clock up", "clocks up", "clocked up", "clocking up"],
  ["transfer", "transfers", "transferred", "transferring"],
  ["transmit", "transmits", "transmitted", "transmitting"],
  ["exchange", "exchanges", "exchanged", "exchanging"],
  ["move", "moves", "moved"],
  ["drain", "drains", "drained", "draining"],
  ["draw", "draws", "drew", "drawn", "drawing"],
  ["blow through", "blows through", "blew through", "blown through", "blowing through"],
  ["flow through", "flows through", "flowed through", "flowing through"],
  ["flow over", "flows over", "flowed over", "flowing over"],
  ["pass through", "passes through", "passed through", "passing through"],
  ["pass over", "passes over", "passed over", "passing over"],
  ["pass via", "passed via", "went via", "going via", "goes via"],
  ["run over", "runs over", "ran over", "running over", "ran via", "ran through"],
  ["went over", "gone over", "goes over", "going over", "go over"],
  ["travelled over", "traveled over", "travelled through", "came in over", "came over"],
  ["carried over", "been carried over", "was carried by", "were carried by", "carried by"],
  ["wolf down", "wolfed down", "wolfing down", "gulp", "gulped", "gulping"],
  ["slurp", "slurps", "slurped", "slurping", "sip", "sipped"],
  ["get through", "gobble up", "gobbled up", "hoover up", "hoovered up", "suck up", "sucked up"],
];
const TAILS = ["", " through", " up", " away", " so far", " data", " any data"];
const PARTICLES = /( through| up)$/;

/** Verbs that mean traffic only with their object: "pull data", "shifted any traffic". */
const WITH_OBJECT: readonly string[] =
  "send sends sent sending pull pulls pulled pulling push pushes pushed pushing shift shifts shifted shifting draw draws drew drawn drawing suck sucks sucked sucking generate generates generated generating produce produces produced producing carry carries carried carrying pump pumps pumped pumping move moves moved moving pass passes passed passing ship ships shipped shipping shove shoves shoved shoving haul hauls hauled hauling relay relays relayed relaying".split(
    " ",
  );
const OBJECTS =
  "data,any data,traffic,any traffic,bytes,any bytes,megabytes,some data,some traffic,its data,their data,volume,a byte,a single byte,one byte,one single byte,a bit of data,a kilobyte,a single kilobyte,one kilobyte,a megabyte,a single megabyte,one megabyte".split(
    ",",
  );
const NO_OBJECTS =
  "no data,no traffic,no bytes,no volume,zero data,zero traffic,zero bytes,not a byte,not a single byte,not one byte".split(
    ",",
  );

export const USAGE_VERBS: string = [
  "sent or received data",
  "sent and received data",
  "send or receive data",
  "show traffic",
  "shows traffic",
  "showed traffic",
  "showing traffic",
  ...VERBS.flat().flatMap((verb) =>
    (PARTICLES.test(verb) ? [""] : TAILS).map((tail) => `${verb}${tail}`),
  ),
  ...WITH_OBJECT.flatMap((verb) => OBJECTS.map((object) => `${verb} ${object}`)),
].join(" | ");

/** "Produced no data at all". */
export const USED_NOTHING: string = WITH_OBJECT.flatMap((verb) =>
  NO_OBJECTS.flatMap((object) => [`${verb} ${object}`, `${verb} ${object} at all`]),
).join(" | ");

const MOST = ["most", "the most", "least", "the least"].flatMap((most) =>
  ["data", "traffic", "volume", "bytes"].map((object) => [most, object] as const),
);

/** "Produced the most traffic", by which end is meant. */
export const USED_MOST = (["most", "least"] as const).map((end) => ({
  direction: end === "most" ? ("desc" as const) : ("asc" as const),
  say: WITH_OBJECT.flatMap((verb) =>
    MOST.filter(([most]) => most.endsWith(end)).map((words) => `${verb} ${words.join(" ")}`),
  ).join(" | "),
}));
