import { CATALOGUE } from "#query/catalogue.ts";
import type { Comparator, Filter, Measure, Member, View } from "#query/query.ts";
import { relationBetween } from "#query/relations.ts";
import { simFilter } from "#query/sim-side.ts";
import { metricOf } from "../lexicon/metrics.ts";
import type { Cond, NounSem, Option } from "../parse/items.ts";
import { shiftInstant } from "../time/calendar.ts";
import { timeFilter } from "../time/resolve.ts";
import type { TimeContext, TimeSpan } from "../time/span.ts";
import { amountOf, compareMember, negate } from "./comparing.ts";
import { refuseFarDate, refuseFarRelation } from "./far-relations.ts";
import { lastedFilter, lastingOn } from "./lasting.ts";
import { metricOn } from "./metric-on.ts";
import {
  defaultTime,
  dimMember,
  FUTURE_MEMBERS,
  isFilterPlaceable,
  isPlaceable,
  memberKind,
  ONE_PLACE,
} from "./placing.ts";
import { Trouble } from "./trouble.ts";

/** Turns conditions into filters of one view; keeps what it took for granted. */
export class Filters {
  readonly from: View;
  readonly time: TimeContext;
  readonly assumptions: string[];

  constructor(from: View, time: TimeContext, assumptions: string[]) {
    this.from = from;
    this.time = time;
    this.assumptions = assumptions;
  }

  note(text: string | null): void {
    if (text && !this.assumptions.includes(text)) this.assumptions.push(text);
  }

  /** Throws `Trouble` where the condition has no meaning here. `noun` is the view that the words stood at. */
  of(
    cond: Cond,
    { noun = null, times = [] }: { noun?: View | null; times?: TimeSpan[] } = {},
  ): Filter {
    switch (cond.k) {
      case "value":
        return this.value(cond, noun);
      case "time":
        return this.happened(cond.members, cond.time, cond.negated ?? false);
      case "age":
        return this.age(cond);
      case "metric":
        return this.metric(cond, times);
      case "count":
        return this.related(cond.noun, times, {
          measure: this.countOf(cond),
          op: cond.op,
          value: cond.n,
        });
      case "related": {
        const filter = this.related(cond.noun, times);
        return cond.negated ? { not: filter } : filter;
      }
      case "versus":
        return this.versus(cond);
      case "either":
        return { or: cond.of.map((one) => this.of(one, { noun, times })) };
      case "lasted":
        return this.lasted(cond);
      case "listed":
        return this.listed(cond.filter);
    }
  }

  private value(cond: Extract<Cond, { k: "value" }>, noun: View | null): Filter {
    const option = this.option(cond.options, noun);
    if (!option)
      throw new Trouble(
        `“${cond.said}” does not go with ${CATALOGUE[this.from].noun[1]}.`,
        "value",
      );
    return cond.negated ? negate(option.filter) : option.filter;
  }

  private option(options: readonly Option[], noun: View | null): Option | null {
    const fits = options.filter((option) => isFilterPlaceable(option.filter, this.from));
    const ranked = [noun ?? this.from, this.from, "sims"].flatMap((view) =>
      fits.filter((option) => option.view === view),
    );
    return ranked[0] ?? fits[0] ?? null;
  }

  /** Whether some reading of the value is a condition on this view. */
  fits(cond: Cond): boolean {
    if (cond.k === "value") return this.option(cond.options, null) !== null;
    if (cond.k === "time" || cond.k === "age") return this.member(cond.members) !== null;
    return true;
  }

  /** Whether it is about the rows of this view themselves, rather than about their SIMs. */
  fitsOwn(cond: Cond): boolean {
    if (cond.k === "value") return this.option(cond.options, null)?.view === this.from;
    if (cond.k === "time" || cond.k === "age")
      return this.member(cond.members)?.startsWith(`${this.from}.`) ?? false;
    return cond.k === "metric" && metricOf(cond.metric).view === this.from;
  }

  private member(members: readonly Member[]): Member | null {
    return (
      members.find((member) => member.startsWith(`${this.from}.`)) ??
      members.find((member) => isPlaceable(member, this.from)) ??
      null
    );
  }

  happened(members: readonly Member[], span: TimeSpan, negated: boolean): Filter {
    const isLoose = members.length > 2 && this.from.startsWith("sim_usage");
    const member = this.member(members) ?? (isLoose ? defaultTime(this.from) : null);
    if (!member) {
      const view = members[0]?.split(".")[0] as View | undefined;
      if (!view || !relationBetween(this.from, view))
        throw new Trouble("That date does not go with what was asked for.", "time");
      refuseFarDate(this.from, view);
      const inner = new Filters(view, this.time, this.assumptions).happened(members, span, false);
      const related: Filter = { related: view, where: inner };
      return negated ? { not: related } : related;
    }
    const filter = this.span(member, span);
    if (!negated) return filter;
    if (
      "time" in filter &&
      filter.from &&
      (!filter.to ||
        span.k === "rolling" ||
        filter.to >= this.time.now.toISOString().slice(0, filter.to.length))
    ) {
      this.note("SIMs that were never seen count as not seen.");
      return {
        or: [
          {
            time: member,
            to: filter.from,
            ...(filter.label ? { label: `not ${filter.label}`.slice(0, 100) } : {}),
          },
          { member, op: "is_null" },
        ],
      };
    }
    return { or: [{ not: filter }, { member, op: "is_null" }] };
  }

  /** `span` on a date member, with its days noted as an assumption. */
  span(member: Member, span: TimeSpan): Filter {
    const kind = memberKind(member) === "day" ? "day" : "instant";
    const resolved = timeFilter(member, kind, span, this.time, {
      future: FUTURE_MEMBERS.test(member),
    });
    if (!resolved)
      throw new Trouble(
        `“${span.label}” cannot be told from ${kind === "day" ? "daily figures" : "these rows"}.`,
        "time",
      );
    if (!FUTURE_MEMBERS.test(member)) this.refuseToCome(resolved.filter, span);
    this.note(resolved.note);
    return resolved.filter;
  }

  /** "Rejects tonight", in the morning: what is to come has no rows yet. */
  private refuseToCome(filter: Filter, { label }: TimeSpan): void {
    const now = this.time.now.toISOString();
    if ("time" in filter && filter.from && filter.from > now.slice(0, filter.from.length))
      throw new Trouble(
        `“${label}” is yet to come. Which period that is over do you mean?`,
        "time",
      );
  }

  private age(cond: Extract<Cond, { k: "age" }>): Filter {
    const member = this.member(cond.members);
    if (!member)
      throw new Trouble("That length of time does not go with what was asked for.", "time");
    const { amount, unit } = cond.duration;
    const cutoff = shiftInstant(this.time.now, unit, -amount).toISOString();
    const isOlder = cond.op === "gt" || cond.op === "gte";
    const label = `${isOlder ? "more" : "less"} than ${amount} ${unit}${amount === 1 ? "" : "s"} ago`;
    const bound = memberKind(member) === "day" ? cutoff.slice(0, 10) : cutoff;
    const filter: Filter = isOlder
      ? { time: member, to: bound, label }
      : { time: member, from: bound, label };
    if (!cond.negated || !isOlder) return filter;
    this.note("SIMs that were never seen count too.");
    return { or: [filter, { member, op: "is_null" }] };
  }

  private metric(cond: Extract<Cond, { k: "metric" }>, times: TimeSpan[]): Filter {
    const metric = metricOf(cond.metric);
    if (
      isPlaceable(metric.member, this.from) &&
      (metric.view === this.from ||
        metric.view === "sims" ||
        metric.view === "churn_risk" ||
        metric.view === "quota_recommendations" ||
        metric.view === "rate_plans")
    )
      return compareMember(metric.member, cond.op, cond.quantity, metric);
    if (metric.measure)
      throw new Trouble(`The ${metric.label} is a figure: of each SIM, customer or plan?`, "value");
    const isByTheHour = metric.raw && !cond.singleDay && this.needsHours(times);
    const { view, member, ...on } = metricOn(cond.metric, isByTheHour ? "sim_usage" : metric.view);
    const inner = new Filters(view, this.time, this.assumptions);
    const where = inner.times(times, defaultTime(view));
    if (on.where) where.push(on.where);
    if (cond.singleDay) {
      where.push(compareMember(metric.member, cond.op, cond.quantity, metric));
      return { related: metric.view, ...whereOf(where) };
    }
    const measure: Measure = { agg: cond.agg ?? on.agg, of: member };
    if (!relationBetween(this.from, view))
      throw new Trouble(
        `The ${metric.label} does not go with ${CATALOGUE[this.from].noun[1]}.`,
        "value",
      );
    return {
      related: view,
      ...whereOf(where),
      having: { measure, op: cond.op, value: amountOf(cond.quantity, metric) },
    };
  }

  /** "Between midnight and 4am": daily figures do not tell of it. */
  private needsHours(times: readonly TimeSpan[]): boolean {
    return times.some(
      (span) =>
        timeFilter("sim_usage_daily.day", "day", span, this.time, { future: false }) === null,
    );
  }

  related(
    noun: NounSem,
    times: TimeSpan[],
    having?: { measure: Measure; op: Comparator; value: number },
  ): Filter {
    const isByTheHour = noun.metric !== undefined && this.needsHours(times);
    const view = isByTheHour && noun.view === "sim_usage_daily" ? "sim_usage" : noun.view;
    const isOfOneSim = view === "sims" && this.from !== "rate_plans";
    if ((view === this.from || isOfOneSim) && having && !("of" in having.measure))
      throw new Trouble(`How many ${CATALOGUE[view].noun[1]}, and in which order?`, "rank");
    if (isOfOneSim && having && "of" in having.measure && having.measure.of.startsWith("sims."))
      throw new Trouble(ONE_PLACE, "value");
    if (view === "sims" && this.from === view && !having) throw new Trouble("", "vague:stale"); // "cards that nobody uses"
    if (!relationBetween(this.from, view))
      throw new Trouble(
        `${CATALOGUE[view].noun[1]} do not go with ${CATALOGUE[this.from].noun[1]}.`,
        "value",
      );
    refuseFarRelation(this.from, view);
    const inner = new Filters(view, this.time, this.assumptions);
    const where = noun.conds.map((cond) => inner.of(cond, { noun: view }));
    if (noun.metric) {
      const on = metricOn(noun.metric, view);
      where.push({ member: on.member, op: "gt", value: 0 }, ...(on.where ? [on.where] : []));
    }
    const own = defaultTime(view);
    const isDated = noun.conds.some(
      (one) => one.k === "time" && one.members.some((of) => of === own),
    );
    if (!isDated) where.push(...inner.times(times, own));
    return { related: view, ...whereOf(where), ...(having ? { having } : {}) };
  }

  times(times: readonly TimeSpan[], member: Member | null): Filter[] {
    return times.map((span) => {
      if (!member)
        throw new Trouble(
          `Which date does “${span.label}” mean: seen, activated, or used?`,
          "time",
        );
      return this.span(member, span);
    });
  }

  private countOf(cond: Extract<Cond, { k: "count" }>): Measure {
    if (cond.distinct === undefined) return { agg: "count" };
    const member = dimMember(cond.distinct, cond.noun.view);
    if (!member) throw new Trouble("That cannot be counted here.", "value");
    return { agg: "count_distinct", of: member };
  }

  private lasted(cond: Extract<Cond, { k: "lasted" }>): Filter {
    const lasting = lastingOn(cond.what, this.from);
    if (!lasting)
      throw new Trouble(
        `How long it took to ${cond.what} is not known of ${CATALOGUE[this.from].noun[1]}.`,
        "value",
      );
    return lastedFilter(lasting, cond.op, cond.duration, cond.negated ?? false);
  }

  /** Of another view it must be a condition on the SIM of each row. */
  private listed(filter: Filter): Filter {
    const isOfItsSim = this.from === "sims" || simFilter(this.from, filter) !== null;
    if (!isOfItsSim)
      throw new Trouble(`${CATALOGUE[this.from].noun[1]} are not of one SIM each.`, "referent");
    return filter;
  }

  private versus(cond: Extract<Cond, { k: "versus" }>): Filter {
    const [a, b] = [metricOf(cond.a).member, metricOf(cond.b).member];
    if (!isPlaceable(a, this.from) || !isPlaceable(b, this.from))
      throw new Trouble("These two cannot be compared row by row.", "value");
    return {
      member: a,
      op: cond.op,
      other: b,
      ...(cond.factor === 1 ? {} : { factor: cond.factor }),
    };
  }
}

export function whereOf(filters: readonly Filter[]): { where?: Filter } {
  const [first] = filters;
  if (!first) return {};
  return { where: filters.length === 1 ? first : { and: [...filters] } };
}
