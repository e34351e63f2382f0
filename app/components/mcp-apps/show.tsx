import { type ReactNode, Suspense, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { connectToHost } from "./host.ts";

interface ResultsProps<R> {
  readonly name: string;
  /** Null where a result is none that can be shown, such as an error. */
  readonly read: (structured: unknown) => R | null;
  readonly show: (result: R) => ReactNode;
}

function Results<R>({ name, read, show }: ResultsProps<R>) {
  const [result, setResult] = useState<R | null>(null);
  useEffect(() => connectToHost(name, (structured) => setResult(read(structured))), [name, read]);
  return (
    <main className="p-1">
      <Suspense>{result === null ? null : show(result)}</Suspense>
    </main>
  );
}

/** A page that shows the results of one tool. */
export function showResults<R>(props: ResultsProps<R>): void {
  createRoot(document.getElementById("root") as HTMLElement).render(<Results {...props} />);
}
