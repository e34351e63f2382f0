import fc from "fast-check";
import type { Comparator, Filter, Measure, View } from "../../query.ts";
import { SUMS, vocabularyOf } from "./vocabulary.ts";

const comparator = fc.constantFrom<Comparator>("gt", "gte", "lt", "lte", "ne", "eq");

export function periodOn(time: string): fc.Arbitrary<Extract<Filter, { time: string }>> {
  const isDay = time.endsWith(".day");
  const day = (n: number) =>
    new Date(Date.parse("2026-10-03T00:00:00Z") + n * 86_400_000).toISOString();
  return fc
    .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 16 }))
    .map(([start, days]) => {
      const bound = (n: number) => (isDay ? day(n).slice(0, 10) : day(n));
      return { time, from: bound(start), to: bound(start + days) };
    });
}

function leaf(view: View, depth: number): fc.Arbitrary<Filter> {
  const { choices, amounts, flags, texts, time, related } = vocabularyOf(view);
  const names = Object.keys(choices);
  const choice = fc.constantFrom(...names).chain((member) =>
    fc.oneof(
      fc.record({
        member: fc.constant(member),
        op: fc.constantFrom("eq" as const, "ne" as const),
        value: fc.constantFrom(...(choices[member] ?? [])),
      }),
      fc.record({
        member: fc.constant(member),
        op: fc.constant("in" as const),
        values: fc.uniqueArray(fc.constantFrom(...(choices[member] ?? [])), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      fc.record({
        member: fc.constant(member),
        op: fc.constantFrom("is_null" as const, "is_not_null" as const),
      }),
    ),
  );
  const amount = fc.constantFrom(...Object.keys(amounts)).chain((member) =>
    fc.record({
      member: fc.constant(member),
      op: comparator,
      value: fc.constantFrom(...(amounts[member] ?? [])),
    }),
  );
  const text = fc.record({
    member: fc.constantFrom(...texts),
    op: fc.constantFrom("contains" as const, "starts_with" as const),
    value: fc.constantFrom("device-1", "O'N", "%", "alert 1", "Tele", "\\", "_"),
  });
  const leaves: fc.Arbitrary<Filter>[] = [choice, amount, text];
  if (flags.length > 0) {
    leaves.push(
      fc.record({
        member: fc.constantFrom(...flags),
        op: fc.constantFrom("eq" as const, "ne" as const),
        value: fc.boolean(),
      }),
    );
  }
  if (time) leaves.push(periodOn(time));
  if (!["support_tickets", "anomalies"].includes(view)) {
    leaves.push(
      fc.record({
        member: fc.constant("sims.tags"),
        op: fc.constant("has" as const),
        value: fc.constantFrom("pilot", "meter"),
      }),
    );
  }
  if (view === "sim_usage_daily") {
    leaves.push(
      fc.constant({
        member: "sim_usage_daily.upload_volume",
        op: "gt",
        other: "sim_usage_daily.download_volume",
        factor: 2,
      }),
    );
  }
  if (time !== undefined) {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    leaves.push(days.map((values) => ({ recurring: time, grain: "weekday" as const, in: values })));
  }
  if (depth > 0 && related.length > 0) {
    leaves.push(
      fc.constantFrom(...related).chain((other) => relatedFilter(view, other, depth - 1)),
    );
  }
  return fc.oneof(...leaves);
}

function relatedFilter(view: View, related: View, depth: number): fc.Arbitrary<Filter> {
  const isOfCustomers = view === "sims" && related === "support_tickets";
  const having = fc.record({
    measure: fc.oneof(
      fc.constant<Measure>({ agg: "count" }),
      fc.constantFrom(...(SUMS[related] ?? [])).map<Measure>((of) => ({ agg: "sum", of })),
    ),
    op: comparator,
    value: fc.constantFrom(0, 1, 2, 1_000_000),
  });
  return fc
    .record({
      via: isOfCustomers ? fc.option(fc.constant("customer" as const)) : fc.constant(null),
      where: fc.option(filterOn(related, depth)),
      having: fc.option(having),
    })
    .map(({ via, where, having }) => ({
      related,
      ...(via && { via }),
      ...(where && { where }),
      ...(having && { having }),
    }));
}

export function filterOn(view: View, depth: number): fc.Arbitrary<Filter> {
  const one = leaf(view, depth);
  if (depth === 0) return one;
  const parts = fc.array(filterOn(view, depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 2, arbitrary: parts.map((and) => ({ and })) },
    { weight: 1, arbitrary: parts.map((or) => ({ or })) },
    { weight: 1, arbitrary: filterOn(view, depth - 1).map((not) => ({ not })) },
  );
}
