import type { Says } from "../parse/items.ts";

/** Words before a text that is quoted: how the text is compared with what was written. */
export const SAYS: readonly (readonly [say: string, how: Says])[] = [
  [
    "contain | contains | containing | contained | mention | mentions | mentioning | mentioned | with the word | with the words | with the phrase | with the term | with the text | having the word | has the word | have the word | talk about | talks about | talking about | complain about | complains about | complaining about | complained about | say something about | says something about | with a mention of | that refer to | refer to | refers to | referring to | including the word | including the words | includes the word | include the word | like",
    "contains",
  ],
  [
    "begin with | begins with | beginning with | start with | starts with | starting with | started with",
    "starts_with",
  ],
  [
    "say | says | saying | said | read | reads | reading | whose body is | whose text is | the text is | text is | body is | with body | with text | whose subject is | subject is | with subject | called | titled | entitled | answered with | answered | replied with | replied | responded with | responded | answer | reply | the words | worded",
    "says",
  ],
];

/** What an SMS is called, beside which a word in capitals is its text. */
export const MESSAGE_WORDS: ReadonlySet<string> = new Set([
  "sms",
  "smses",
  "text",
  "texts",
  "message",
  "messages",
  "msg",
  "msgs",
  "command",
  "commands",
  "received",
]);
