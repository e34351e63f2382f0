import { Fragment, memo, type ReactNode } from "react";

const INLINE = /(\*\*[^*\n]+\*\*|`[^`\n]+`|\*[^*\n]+\*)/;
const BULLET = /^\s*(?:[-*•]|\d+[.)])\s+/;

/** The little of Markdown that answers use: paragraphs, lists, bold, italic, code. Never HTML or links. */
export const RichText = memo(function RichText({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-2 break-words">
      {text.split(/\n{2,}/).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks only ever grow at the end
        <Block key={index} text={block} />
      ))}
    </div>
  );
});

/** Read once: while an answer comes, only its last one changes. */
const Block = memo(function Block({ text }: { text: string }) {
  const lines = text.split("\n");
  if (!lines.every((line) => BULLET.test(line))) {
    return <p className="whitespace-pre-wrap">{inline(text.replace(/^#+\s*/, ""))}</p>;
  }
  return (
    <ul className="flex list-disc flex-col gap-0.5 pl-5">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines only ever grow at the end
        <li key={index}>{inline(line.replace(BULLET, ""))}</li>
      ))}
    </ul>
  );
});

function inline(text: string): ReactNode[] {
  return text.split(INLINE).map((piece, index) => {
    const key = `${index}`;
    if (/^\*\*.+\*\*$/.test(piece)) return <strong key={key}>{piece.slice(2, -2)}</strong>;
    if (/^\*.+\*$/.test(piece)) return <em key={key}>{piece.slice(1, -1)}</em>;
    if (/^`.+`$/.test(piece)) {
      return (
        <code key={key} className="rounded-sm bg-hover px-1 py-0.5 font-mono text-[0.9em]">
          {piece.slice(1, -1)}
        </code>
      );
    }
    return <Fragment key={key}>{piece}</Fragment>;
  });
}
