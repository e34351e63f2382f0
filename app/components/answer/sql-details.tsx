import { Code } from "lucide-react";
import { CopyButton } from "#app/components/ui/copy-button.tsx";

/** The statement behind some rows, folded away. */
export function SqlDetails({ sql }: { readonly sql: string }) {
  return (
    <details className="min-w-0 open:w-full">
      <summary className="inline-flex items-center gap-1.5 rounded-sm hover:text-fg">
        <Code aria-hidden className="size-3.5" />
        SQL
      </summary>
      <div className="relative mt-2 rounded-md border border-line bg-sunken">
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard must reach it
          tabIndex={0}
          className="max-h-72 overflow-auto p-3 pr-10 font-mono text-xs whitespace-pre-wrap text-fg"
        >
          {sql}
        </pre>
        <div className="absolute top-1 right-1">
          <CopyButton text={sql} what="the SQL" />
        </div>
      </div>
    </details>
  );
}
