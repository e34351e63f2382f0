"use client";

import { useAuiState } from "@assistant-ui/react";
import { ChevronUp } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";

interface EarlierMessagesProps {
  readonly count: number;
  readonly onShow: () => void;
}

/** The way to what was said before the messages that are shown; the reader stays where they read. */
export function EarlierMessages({ count, onShow }: EarlierMessagesProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(0);
  const place = useRef<{ first: HTMLElement; top: number; count: number } | null>(null);
  const firstId = useAuiState((state) => state.thread.messages[0]?.id);

  const show = () => {
    const first = ref.current?.parentElement?.querySelector<HTMLElement>("[data-role=question]");
    if (first) place.current = { first, top: first.getBoundingClientRect().top, count };
    onShow();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when other messages have come before the first
  useLayoutEffect(() => {
    if (!place.current || place.current.count === count) return;
    const { first, top, count: before } = place.current;
    place.current = null;
    setShown(before - count);
    first
      .closest("[data-viewport]")
      ?.scrollBy({ top: first.getBoundingClientRect().top - top, behavior: "instant" });
    // From here a keyboard goes on upwards, to what has come.
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }, [firstId]);

  if (count === 0 && shown === 0) return null;
  return (
    <div ref={ref} className="contents">
      {count > 0 ? (
        <Button look="ghost" size="sm" className="self-center" onClick={show}>
          <ChevronUp aria-hidden />
          Earlier messages
          <span className="font-normal">{formatCount(count)}</span>
        </Button>
      ) : null}
      <span role="status" className="sr-only">
        {shown > 0 ? `${countOf(shown, "earlier message")} shown.` : null}
      </span>
    </div>
  );
}
