import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { Filter, Member } from "#query/query.ts";
import { CAUSES } from "../lexicon/causes.ts";
import { COMMON_WORDS } from "../lexicon/common-words.ts";
import { FILLERS } from "../lexicon/fillers.ts";
import { CHANNEL_WORDS } from "../lexicon/notification-channels.ts";
import { wordsOf } from "../text/tokenise.ts";
import { TIME_WORDS } from "../time/words.ts";

export interface Named {
  readonly words: readonly string[];
  readonly dim: string;
  readonly filters: readonly Filter[];
  readonly said: string;
}

const PERSON_MEMBERS: readonly Member[] = [
  "audit_logs.actor",
  "alerts.acknowledged_by",
  "anomalies.assigned_to",
];

/** Causes, colleagues and notification channels, as people say them. */
export function namesOfSignals(gazetteer: Gazetteer): Named[] {
  return [
    ...causes(gazetteer.causes),
    ...people(gazetteer.actors),
    ...channels(gazetteer.notificationChannels),
  ];
}

function causes(known: readonly string[]): Named[] {
  const named = (words: readonly string[], cause: string): Named => ({
    words,
    dim: "cause",
    filters: [{ member: "connection_events.cause", op: "eq", value: cause }],
    said: cause,
  });
  const spoken = new Map<string, Named>();
  const put = (one: Named) => spoken.set(one.words.join(" "), one);
  for (const { cause, say } of CAUSES)
    for (const phrase of say.split(" | ")) put(named(wordsOf(phrase), cause));
  for (const cause of known) put(named(wordsOf(cause), cause));
  return [...spoken.values()];
}

/** The whole name, and the parts of an e-mail address that are one person's only. */
function people(actors: readonly string[]): Named[] {
  const owners = new Map<string, Set<string>>();
  const put = (words: readonly string[], actor: string) => {
    const key = words.join(" ");
    owners.set(key, (owners.get(key) ?? new Set()).add(actor));
  };
  for (const actor of actors) {
    put(wordsOf(actor), actor);
    const local = /^([\p{L}._-]+)@/u.exec(actor)?.[1];
    if (!local) continue;
    const parts = local.toLowerCase().split(/[._-]+/);
    put(parts, actor);
    for (const part of parts) if (isName(part)) put([part], actor);
  }
  return [...owners].flatMap(([key, of]) => {
    const [actor, ...others] = of;
    if (actor === undefined || others.length > 0) return [];
    const filters = PERSON_MEMBERS.map((member): Filter => ({ member, op: "eq", value: actor }));
    return [{ words: key.split(" "), dim: "actor", filters, said: actor }];
  });
}

function isName(word: string): boolean {
  return (
    word.length >= 3 && !COMMON_WORDS.has(word) && !FILLERS.has(word) && !TIME_WORDS.includes(word)
  );
}

const ALONE = (phrase: string) => [
  `only ${phrase}`,
  `${phrase} only`,
  `just ${phrase}`,
  `nothing but ${phrase}`,
  `${phrase} and nothing else`,
  `${phrase} alone`,
];

function channels(known: readonly string[]): Named[] {
  const member = "alert_rules.notification_channels";
  const has = (value: string): Filter => ({ member, op: "has", value });
  return known.flatMap((channel) => {
    const others = known.filter((other) => other !== channel);
    const alone: Filter = {
      and: [has(channel), ...others.map((other): Filter => ({ not: has(other) }))],
    };
    const said = (CHANNEL_WORDS[channel.toLowerCase()] ?? channel).split(" | ");
    return said.flatMap((phrase): Named[] => [
      { words: wordsOf(phrase), dim: "notifies", filters: [has(channel)], said: channel },
      ...ALONE(phrase).map((words) => ({
        words: wordsOf(words),
        dim: "notifies",
        filters: [alone],
        said: `only ${channel}`,
      })),
    ]);
  });
}
