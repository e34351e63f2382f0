"use client";

/** A day in the reader's own language and zone; the server's guess may differ until the page is alive. */
export function Day({ iso }: { iso: string }) {
  const date = new Date(iso);
  return (
    <time dateTime={iso} title={date.toLocaleString()} suppressHydrationWarning>
      {date.toLocaleDateString(undefined, { dateStyle: "medium" })}
    </time>
  );
}
