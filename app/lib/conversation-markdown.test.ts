import { expect, test } from "vitest";
import { conversationMarkdown } from "./conversation-markdown.ts";

const answer = {
  columns: [
    { name: "label", label: "Label", kind: "text", isMeasure: false },
    { name: "total", label: "Total data", kind: "bytes", isMeasure: true },
  ],
  rows: [{ label: "a|b <script>", total: 1073741824 }],
  row_count: 3,
  sql: "select 1",
  interpretation: "SIMs, largest first",
  chips: [],
  assumptions: ["All SIMs are meant."],
  chart: null,
  as_of: "2026-10-21T09:00:00Z",
  zone: "UTC",
};

test("a conversation becomes headings, sentences, tables and how each was read", () => {
  const tool = (type: string, output: unknown) =>
    ({ type, toolCallId: type, state: "output-available", input: {}, output }) as never;
  const text = conversationMarkdown({
    title: "Usage",
    now: new Date("2026-10-21T09:30:00Z"),
    locale: "en",
    messages: [
      { id: "1", role: "user", parts: [{ type: "text", text: "Which use\nmost?" }] },
      {
        id: "2",
        role: "assistant",
        parts: [
          tool("tool-query_fleet", answer),
          { type: "text", text: "**3 SIMs**." },
          tool("tool-ask_back", { question: "Which?", options: ["A", "B"] }),
        ],
      },
    ],
  });
  expect(text).toBe(`# Usage

## Which use most?

**3 SIMs**.

| Label | Total data |
| --- | --- |
| a\\|b \\<script\\> | 1.00 GB |

… 2 more rows

How it was read: SIMs, largest first  
Assumed: All SIMs are meant.  
Data as of 2026-10-21T09:00:00Z

\`\`\`sql
select 1
\`\`\`

Which?

- A
- B
`);
});
