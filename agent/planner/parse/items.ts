import type { Comparator, Filter, Grain, Member, Percentile, View } from "#query/query.ts";
import type { LastingName } from "../lexicon/lasting.ts";
import type { MetricName } from "../lexicon/metrics.ts";
import type { TimeSpan } from "../time/span.ts";

/** One reading of a word on one view: `critical` is a severity of alerts, and of events, and a tag of SIMs. */
export interface Option {
  readonly view: View;
  readonly dim: string;
  readonly filter: Filter;
}

export interface Quantity {
  readonly value: number;
  /** `mean`: what all of them have on average; its value is only a mark. */
  readonly unit: "plain" | "bytes" | "percent" | "times" | "money" | "mean";
  readonly said: string;
}

export interface Duration {
  readonly amount: number;
  readonly unit: "minute" | "hour" | "day" | "week" | "month" | "year";
}

/** How a quoted text is compared: held anywhere, at the beginning, or as the verb of saying leaves it. */
export type Says = "contains" | "starts_with" | "says";

export type Aggregate = "sum" | "avg" | "min" | "max" | Percentile;

/** A condition on rows, not yet tied to a view. */
export type Cond = { negated?: boolean } & (
  | { k: "value"; options: readonly Option[]; said: string }
  | { k: "time"; members: readonly Member[]; time: TimeSpan }
  | { k: "age"; members: readonly Member[]; op: Comparator; duration: Duration }
  | {
      k: "metric";
      metric: MetricName;
      op: Comparator;
      quantity: Quantity;
      agg?: Aggregate;
      singleDay?: boolean;
    }
  | { k: "versus"; a: MetricName; b: MetricName; op: Comparator; factor: number }
  | { k: "count"; noun: NounSem; distinct?: string; op: Comparator; n: number }
  | { k: "related"; noun: NounSem }
  /** At least one of them holds. */
  | { k: "either"; of: readonly Cond[] }
  | { k: "lasted"; what: LastingName; op: Comparator; duration: Duration }
  /** What said of SIMs, in a question before, which they are. */
  | { k: "listed"; filter: Filter }
);

export interface NounSem {
  readonly cat: "noun";
  readonly view: View;
  readonly conds: readonly Cond[];
  /** "who", "ones", "the fleet": gives way to a noun that says more. */
  readonly weak?: boolean;
  readonly plural?: boolean;
  /** "attached": says what its rows' SIMs did, so that their kind before it is who did it. */
  readonly verb?: boolean;
  /** "attaches and rejects": the kinds of rows that were named, each to be counted by itself. */
  readonly alternatives?: readonly Cond[];
  /** Every metric of usage, taken as the existence of traffic. */
  readonly metric?: MetricName;
}

export type Group =
  /** `only`: of a list, no other elements than these. */
  | { k: "dim"; dim: string; only?: readonly string[] }
  | { k: "grain"; grain: Grain }
  | { k: "sim" }
  | { k: "view"; view: View };

export type Sem =
  | NounSem
  | { cat: "dim"; dim: string; plural?: boolean }
  /** `device`: a tag that says what kind of device it is, of which a SIM has one. */
  | { cat: "value"; cond: Extract<Cond, { k: "value" }>; dim?: string; device?: boolean }
  | { cat: "metric"; metric: MetricName; agg?: Aggregate; grain?: Grain; verb?: boolean }
  | { cat: "agg"; agg: Aggregate }
  | { cat: "grain"; grain: Grain; adjective: boolean }
  | { cat: "time"; time: TimeSpan }
  | { cat: "duration"; duration: Duration }
  | {
      cat: "pred";
      members: readonly Member[];
      columns?: readonly Member[];
      inverse?: boolean;
      infinitive?: boolean;
    }
  | { cat: "cond"; cond: Cond }
  | { cat: "number"; value: number }
  | { cat: "quantity"; quantity: Quantity }
  | { cat: "cmp"; op: Comparator }
  | { cat: "threshold"; op: Comparator; quantity: Quantity; upTo?: Quantity }
  | { cat: "ageop"; op: Comparator; duration: Duration; ago?: boolean }
  /** `all`: "for all" groups by what has few values, and not by rows. */
  | { cat: "by"; all?: true }
  | { cat: "group"; groups: readonly Group[] }
  /** "per 100 SIMs". */
  | { cat: "perMany"; times: number; noun: NounSem }
  | { cat: "neg" }
  | { cat: "top"; n?: number; direction: "asc" | "desc" }
  | {
      cat: "superlative";
      direction: "asc" | "desc";
      metric?: MetricName;
      members?: readonly Member[];
      plural?: boolean;
      /** "Most common": by how many rows there are. */
      byCount?: boolean;
    }
  | {
      cat: "order";
      direction: "asc" | "desc";
      members?: readonly Member[];
      metric?: MetricName;
      /** What decides among rows that tie. */
      after?: { members: readonly Member[]; direction: "asc" | "desc" };
    }
  | {
      cat: "ask";
      what:
        | "count"
        | "much"
        | "list"
        | "which"
        | "when"
        | "who"
        | "exists"
        | "percent"
        | "share"
        | "distinct"
        | "often"
        | "long";
    }
  | { cat: "unit"; unit: Unit }
  | { cat: "column"; members: readonly Member[]; metric?: MetricName; counted?: View }
  | { cat: "versusword"; change?: boolean }
  | { cat: "compare"; a: TimeSpan; b: TimeSpan; change: boolean; op?: Comparator }
  | { cat: "change"; way?: "up" | "down" }
  /** Days (weeks …) without traffic: how many, or a bound on how many. */
  | {
      cat: "silent";
      unit: "day" | "week" | "month";
      metric: MetricName;
      op?: Comparator;
      n?: number;
    }
  | {
      cat: "word";
      word:
        | "and"
        | "or"
        | "is"
        | "with"
        | "have"
        | "each"
        | "only"
        | "same"
        | "instead"
        | "insteadOf"
        | "pronoun"
        | "without"
        | "fill"
        | "ago"
        | "of"
        | "between"
        | "single_day"
        | "absolute"
        | "future"
        | "own_average"
        | "first_time"
        | "nothing"
        | "orMore"
        | "orLess"
        | "also"
        | "ratio"
        | "trend"
        | "tagged"
        | "took"
        | "unused"
        | "valid"
        | "chance"
        | "startWith"
        | "sortby"
        | "gone"
        | "expected"
        | "whichDay"
        | "foremost"
        | "distribution"
        | "alongside"
        | "thatTime"
        | "to"
        | "excluded"
        | "wise"
        | "cross";
    }
  | { cat: "quote"; text: string; how?: Says; negated?: boolean }
  | { cat: "says"; how: Says }
  | { cat: "vague"; topic: string; superlative?: boolean }
  | { cat: "bundle"; parts: readonly Sem[] }
  | { cat: "filler" };

export type Unit = "kB" | "MB" | "GB" | "TB" | "second" | "minute" | "hour" | "day";

/** A reading of the tokens `start` … `end − 1`. */
export type Item = Sem & { start: number; end: number; score: number };
export type ItemOf<C extends Sem["cat"]> = Extract<Item, { cat: C }>;

/** What several words say together, each part by itself. */
export function unbundled(items: readonly Item[]): Item[] {
  return items.flatMap((item) =>
    item.cat === "bundle"
      ? unbundled(
          item.parts.map((part) => ({
            ...part,
            start: item.start,
            end: item.end,
            score: item.score,
          })),
        )
      : [item],
  );
}
