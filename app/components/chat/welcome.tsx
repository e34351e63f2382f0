"use client";

import { ArrowUpRight, Upload } from "lucide-react";
import Link from "next/link";
import useSWR from "swr";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson } from "#app/lib/api.ts";
import { cn } from "#app/lib/cn.ts";
import { useAsk } from "./use-ask.ts";
import { useHandedQuestion } from "./use-handed-question.ts";

interface Starters {
  readonly starters: readonly string[];
}

const TILE =
  "flex min-h-14 items-center gap-3 rounded-lg border border-line bg-raised px-4 py-3 text-left transition-colors hover:border-accent hover:bg-accent-soft";

/** An empty conversation: questions that this fleet answers well, and the way to one's own data. */
export function Welcome() {
  const { data, error } = useSWR<Starters, Error>("/api/chat/starters", getJson, {
    revalidateOnFocus: false,
  });
  const { ask } = useAsk();
  useHandedQuestion(ask);
  return (
    <div className="mx-auto flex w-full max-w-conversation flex-1 flex-col justify-center px-4 py-8">
      <h2 className="text-2xl font-semibold tracking-tight">
        What do you want to know about your fleet?
      </h2>
      <p className="mt-2 text-muted">
        Ask in plain words. Every answer shows its rows, how it was read, and the query behind it.
        Type <kbd className="font-mono text-fg">@</kbd> to name a SIM, a customer or a tag, and{" "}
        <kbd className="font-mono text-fg">/</kbd> for questions of every day.
      </p>
      <div className="mt-6 grid gap-2 sm:grid-cols-2">
        {!data && !error
          ? ["a", "b", "c", "d"].map((key) => <Skeleton key={key} className="h-14 rounded-lg" />)
          : null}
        {data?.starters.map((question) => (
          <button key={question} type="button" className={TILE} onClick={() => ask(question)}>
            <span className="flex-1">{question}</span>
            <ArrowUpRight aria-hidden className="size-4 shrink-0 text-muted" />
          </button>
        ))}
      </div>
      <Link
        href="/import"
        className={cn(buttonStyle({ look: "ghost" }), "mt-3 -ml-3 self-start text-accent")}
      >
        <Upload aria-hidden />
        Load your own CSV
      </Link>
    </div>
  );
}
