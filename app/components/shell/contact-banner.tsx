"use client";

import { WifiOff } from "lucide-react";
import { useOffline } from "next/offline";
import { useEffect, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { cn } from "#app/lib/cn.ts";
import { probe, useContact } from "#app/lib/contact.ts";
import { formatInstant } from "#app/lib/format.ts";

const TICK_MS = 15_000;
const SENTENCES = {
  there: null,
  offline: "You are offline.",
  silent: "Simon does not answer.",
};

/** Says that nothing new comes, how old what is shown may be, and that nobody has to do anything. */
export function ContactBanner() {
  const { state, lastHeardAt } = useContact();
  const isAway = state !== "there";
  const isLinkWaiting = useOffline();
  useEffect(() => {
    if (isLinkWaiting) void probe();
  }, [isLinkWaiting]);
  return (
    <div
      className={cn(
        isAway &&
          "flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-attention bg-attention-soft px-4 py-1.5 text-sm",
      )}
    >
      {isAway ? <WifiOff aria-hidden className="size-4 shrink-0 text-attention" /> : null}
      {/* Told aloud once; the age, which grows, only seen. */}
      <p role="status" className="font-medium">
        {SENTENCES[state]}
      </p>
      {isAway ? (
        <>
          <p className="min-w-0 flex-1 basis-64">
            Last renewed <LastHeard at={lastHeardAt} />. What you see stays readable, and goes on by
            itself.
          </p>
          <Button size="sm" onClick={() => void probe()}>
            Try now
          </Button>
        </>
      ) : null}
    </div>
  );
}

function LastHeard({ at }: { at: number }) {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const iso = new Date(at).toISOString();
  const { text, exact } = formatInstant(iso, new Date());
  return (
    <time dateTime={iso} title={exact}>
      {text}
    </time>
  );
}
