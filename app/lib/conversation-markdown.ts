import type { UIMessage } from "ai";
import { getToolName, isToolUIPart } from "ai";
import { Answer } from "#query/answer.ts";
import { columnOrder } from "./column-order.ts";
import { countOf } from "./format.ts";
import { formatCell } from "./format-cell.ts";

const MAX_ROWS = 50;

interface Conversation {
  readonly title: string;
  readonly messages: readonly UIMessage[];
  /** The fleet's now, against which instants are said. */
  readonly now: Date;
  readonly locale?: string;
}

/** A conversation as Markdown: questions as headings, each answer with its rows and how it was read. */
export function conversationMarkdown(conversation: Conversation): string {
  const blocks = conversation.messages.flatMap((message) =>
    message.role === "user"
      ? [`## ${oneLine(textsOf(message).join(" "))}`]
      : answerBlocks(message, conversation),
  );
  return `${[`# ${oneLine(conversation.title)}`, ...blocks].join("\n\n")}\n`;
}

/** The sentence first, then what it speaks of. */
function answerBlocks(message: UIMessage, { now, locale }: Conversation): string[] {
  const results = message.parts.flatMap((part) =>
    isToolUIPart(part) && part.state === "output-available"
      ? resultBlocks(getToolName(part), part.output, now, locale)
      : [],
  );
  return [...textsOf(message), ...results];
}

function resultBlocks(tool: string, output: unknown, now: Date, locale?: string): string[] {
  const answer = Answer.safeParse(output);
  if (answer.success) return tableBlocks(answer.data, now, locale);
  if (typeof output !== "object" || output === null) return [];
  if (tool === "ask_back" && "question" in output && "options" in output) {
    const options = Array.isArray(output.options) ? output.options : [];
    return [
      String(output.question),
      options.map((option) => `- ${oneLine(String(option))}`).join("\n"),
    ];
  }
  if (tool === "decline" && "reason" in output) return [String(output.reason)];
  if (tool === "propose_change" && "summary" in output) return [String(output.summary)];
  return [];
}

function tableBlocks(answer: Answer, now: Date, locale?: string): string[] {
  const columns = columnOrder(answer.columns);
  const line = (cells: readonly string[]) => `| ${cells.map(cellText).join(" | ")} |`;
  const rows = answer.rows
    .slice(0, MAX_ROWS)
    .map((row) =>
      line(columns.map((column) => formatCell(row[column.name], column, now, locale).text)),
    );
  const rest = answer.row_count - rows.length;
  return [
    ...(rows.length > 0
      ? [
          [line(columns.map(({ label }) => label)), line(columns.map(() => "---")), ...rows].join(
            "\n",
          ),
        ]
      : ["Nothing matches."]),
    ...(rest > 0 ? [`… ${countOf(rest, "more row", "more rows")}`] : []),
    [
      `How it was read: ${answer.interpretation}`,
      ...answer.assumptions.map((assumption) => `Assumed: ${assumption}`),
      `Data as of ${answer.as_of}`,
    ].join("  \n"),
    `\`\`\`sql\n${answer.sql}\n\`\`\``,
  ];
}

function textsOf({ parts }: UIMessage): string[] {
  return parts.flatMap((part) =>
    part.type === "text" && part.text.trim() ? [part.text.trim()] : [],
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const cellText = (text: string): string => oneLine(text).replace(/[\\|<>`*_[\]]/g, "\\$&");
