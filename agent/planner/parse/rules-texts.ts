import { as, of, type Rule, rule, word } from "./parts.ts";

/** Texts that messages and tickets hold. */
export const TEXT_RULES: readonly Rule[] = [
  rule("says text", [of("says"), of("quote", (quote) => !quote.how)], (says, quote) => ({
    cat: "quote",
    text: as(quote, "quote").text,
    how: as(says, "says").how,
  })),
  rule(
    "not a text",
    [(item) => of("neg")(item) || word("without")(item), of("quote", (quote) => !quote.negated)],
    (_, quote) => ({ ...as(quote, "quote"), negated: true }),
  ),
];
