import type { Noun } from "./nouns.ts";

/** The forms in which an advice is spoken of. */
interface Forms {
  readonly type: "upgrade" | "downgrade" | "top_up" | "maintain";
  readonly nouns: readonly string[];
  readonly bare: readonly string[];
  readonly done: readonly string[];
  readonly doing: readonly string[];
  readonly also?: string;
}

const FORMS: readonly Forms[] = [
  {
    type: "upgrade",
    nouns: [
      "upgrade",
      "upsize",
      "bigger plan",
      "bigger bundle",
      "bigger quota",
      "larger plan",
      "larger bundle",
      "larger quota",
      "higher plan",
    ],
    bare: ["upgrade", "move up", "go up"],
    done: [
      "upgraded",
      "moved up",
      "moved to a bigger plan",
      "put on a bigger plan",
      "moved to a larger plan",
      "put on a larger plan",
      "scaled up",
      "stepped up",
      "enlarged",
    ],
    doing: ["upgrading", "moving up"],
    also: "upgrade | upgrades | upgrading",
  },
  {
    type: "downgrade",
    nouns: [
      "downgrade",
      "downsize",
      "smaller plan",
      "smaller bundle",
      "smaller quota",
      "cheaper plan",
      "cheaper tariff",
      "cheaper bundle",
      "lower plan",
    ],
    bare: [
      "downgrade",
      "move down",
      "go down",
      "shrink",
      "move to a smaller plan",
      "move to a cheaper plan",
    ],
    done: [
      "taken down a plan",
      "downgraded",
      "moved down",
      "downsized",
      "moved to a smaller plan",
      "put on a smaller plan",
      "moved to a cheaper plan",
      "put on a cheaper plan",
      "shrunk",
      "scaled down",
      "stepped down",
      "trimmed",
    ],
    doing: [
      "downgrading",
      "downsizing",
      "moving down",
      "going down",
      "stepping down",
      "going down to a smaller plan",
      "moving to a smaller plan",
      "going to a smaller plan",
      "switching to a smaller plan",
      "going down a plan",
      "moving to a cheaper plan",
      "going down to a cheaper plan",
    ],
    also: "downgrade | downgrades | downgrading",
  },
  {
    type: "top_up",
    nouns: ["top up", "top ups", "topup", "recharge", "refill"],
    bare: ["top up", "topup", "recharge"],
    done: ["topped up", "recharged", "refilled"],
    doing: ["topping up", "recharging"],
  },
  {
    type: "maintain",
    nouns: ["maintain", "keep", "no change", "staying as is", "keep as is"],
    bare: [
      "maintain",
      "keep",
      "stay as they are",
      "stay as it is",
      "leave as is",
      "change nothing",
    ],
    done: ["maintained", "kept as is", "left as is", "left as they are", "kept as they are"],
    doing: ["maintaining", "keeping"],
  },
];

const ADVISE = ["recommend", "suggest", "advise", "propose"];
const ADVISED = ["recommended", "suggested", "advised", "proposed"];
const ADVICE = ["recommendation", "suggestion", "advice", "proposal"];

function phrases({ nouns, bare, done, doing, also }: Forms): string {
  return [
    ...(also ? [also] : []),
    ...nouns.flatMap((noun) => [
      ...ADVICE.flatMap((advice) => [
        `${noun} ${advice}`,
        `${advice} of a ${noun}`,
        `${advice} to ${noun}`,
        `${advice} for a ${noun}`,
      ]),
      ...ADVISED.flatMap((advised) => [
        `${advised} ${noun}`,
        `${noun} ${advised}`,
        `${noun} is ${advised}`,
        `${noun} are ${advised}`,
        `${noun} was ${advised}`,
        `${advised} for ${noun}`,
        `${advised} for a ${noun}`,
        `${advised} a ${noun}`,
        `${advised} an ${noun}`,
      ]),
      ...ADVISE.flatMap((advise) => [
        `${advise} ${noun}`,
        `${advise} a ${noun}`,
        `${advise} an ${noun}`,
        `${advise} the ${noun}`,
        `${noun} we ${advise}`,
      ]),
      `${noun} candidate`,
      `candidate for ${noun}`,
      `candidate for a ${noun}`,
      `candidate for an ${noun}`,
      `due for a ${noun}`,
      `due for an ${noun}`,
      `ripe for a ${noun}`,
      `in need of a ${noun}`,
      `need a ${noun}`,
      `needs a ${noun}`,
      `require a ${noun}`,
    ]),
    ...done.flatMap((past) => [
      `should be ${past}`,
      `could be ${past}`,
      `can be ${past}`,
      `ought to be ${past}`,
      `need to be ${past}`,
      `to be ${past}`,
      ...ADVISED.map((advised) => `${advised} to be ${past}`),
    ]),
    ...bare.flatMap((verb) => [
      `should ${verb}`,
      `could ${verb}`,
      `would you ${verb}`,
      `should we ${verb}`,
      `should i ${verb}`,
      ...ADVISED.map((advised) => `${advised} to ${verb}`),
      ...ADVISE.flatMap((advise) => [`${advise} to ${verb}`, `${advise} we ${verb}`]),
    ]),
    ...doing.flatMap((gerund) => [
      `need ${gerund}`,
      `needs ${gerund}`,
      ...ADVISE.map((advise) => `${advise} ${gerund}`),
      ...ADVISED.map((advised) => `${advised} ${gerund}`),
    ]),
  ].join(" | ");
}

/** Advice on quotas, whole and by what is advised. */
export const ADVICE_NOUNS: readonly Noun[] = [
  {
    view: "quota_recommendations",
    say: "recommendation | suggestion | quota recommendation | plan recommendation | recommendation engine | recommendation engine say to do | advisor | quota advice | advice | proposal | quota suggestion | recommend | recommends | recommended | recommended change | recommended to do | recommend to do | recommend doing | suggest | suggests | suggested | suggested change | suggest to do | suggest doing | advise | advises | advised | advise to do | be recommended | is recommended | been recommended | recommendations engine | sizing recommendation | sizing advice | hint | hints | tip | quota hint | plan hint | optimisation proposal | optimization proposal | optimisation suggestion | optimisation | savings proposal | saving proposal | cost saving proposal | tariff advice | plan advice | rightsizing advice",
  },
  ...FORMS.map(
    (forms): Noun => ({
      view: "quota_recommendations",
      where: { member: "quota_recommendations.type", op: "eq", value: forms.type },
      say: phrases(forms),
    }),
  ),
];
