import type { Entry } from "./entry.ts";

/** Volumes of messages, and messages without an answer. */
export const MESSAGING: readonly Entry[] = [
  [
    "sms volume | sms traffic | text volume | message volume | messaging volume | sms count | message count | text count",
    {
      cat: "bundle",
      parts: [
        { cat: "ask", what: "count" },
        { cat: "noun", view: "sms_messages", conds: [] },
      ],
    },
  ],
  [
    "never answered | never replied | never responded | did not answer | did not reply | did not respond | not answered | not replied | not responded | have not answered | has not answered | have not replied | has not replied | without an answer | without a reply | without answer | without reply | no reply | no answer | never texted back | never wrote back | never sent anything back | ignored",
    {
      cat: "cond",
      cond: {
        k: "related",
        noun: {
          cat: "noun",
          view: "sms_messages",
          conds: [
            {
              k: "value",
              said: "answered",
              options: [
                {
                  view: "sms_messages",
                  dim: "direction",
                  filter: { member: "sms_messages.direction", op: "eq", value: "mo" },
                },
              ],
            },
          ],
        },
        negated: true,
      },
    },
  ],
];
