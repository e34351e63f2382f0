"use client";

import { X } from "lucide-react";
import { Popover } from "radix-ui";
import { type KeyboardEvent, useEffect, useLayoutEffect, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { COMPOSER, STEPS, type Step, targetOf } from "./steps.ts";

interface TourProps {
  /** Shown to the end, or skipped. */
  readonly onEnd: () => void;
}

/** A few cards, each beside what it speaks of. The page stays in use; arrow keys go on and back, Escape ends it. */
export function Tour(props: TourProps) {
  const onEnd = () => {
    props.onEnd();
    // After the card has gone, which leaves the focus nowhere.
    setTimeout(() => document.querySelector<HTMLElement>(COMPOSER)?.focus());
  };
  const [at, setAt] = useState(0);
  const step = STEPS[at];
  const target = useTarget(step);
  const isLast = at === STEPS.length - 1;
  if (!step || !target) return null;
  const next = () => (isLast ? onEnd() : setAt(at + 1));
  const back = () => setAt(Math.max(0, at - 1));
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === "ArrowRight" && !isLast) next();
    if (key === "ArrowLeft") back();
  };
  return (
    <Popover.Root key={at} open onOpenChange={(open) => open || onEnd()}>
      <Popover.Anchor virtualRef={{ current: target }} />
      <Highlight of={target} />
      <Popover.Portal>
        <Popover.Content
          aria-labelledby="tour-title"
          aria-describedby="tour-text"
          side={target.clientHeight > window.innerHeight / 2 ? "right" : "bottom"}
          align="start"
          sideOffset={12}
          collisionPadding={12}
          onKeyDown={onKeyDown}
          onInteractOutside={(event) => event.preventDefault()}
          className="z-40 w-80 max-w-[calc(100vw-24px)] rounded-lg border border-line-strong bg-raised p-4 data-[state=open]:animate-enter"
        >
          <div className="flex items-start gap-2">
            <h2 id="tour-title" className="flex-1 font-semibold">
              {step.title}
            </h2>
            <Button look="ghost" size="icon-sm" aria-label="End the tour" onClick={onEnd}>
              <X aria-hidden />
            </Button>
          </div>
          <p id="tour-text" className="mt-1 text-muted">
            {step.text}
          </p>
          <div className="mt-3 flex items-center gap-2">
            <span className="flex-1 text-sm text-muted tabular-nums">
              {at + 1} of {STEPS.length}
            </span>
            {at > 0 ? (
              <Button size="sm" look="ghost" onClick={back}>
                Back
              </Button>
            ) : (
              <Button size="sm" look="ghost" onClick={onEnd}>
                Skip
              </Button>
            )}
            <Button size="sm" look="primary" autoFocus onClick={next}>
              {isLast ? "Done" : "Next"}
            </Button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** What a card speaks of, also where it comes after the card: the page may still be on its way. */
function useTarget(step: Step | undefined): HTMLElement | null {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const find = () => setTarget(step ? targetOf(step) : null);
    find();
    const observer = new MutationObserver(find);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [step]);
  return target;
}

/** A ring around what a card speaks of, also while the window changes its size. */
function Highlight({ of }: { of: HTMLElement }) {
  const [rect, setRect] = useState(() => of.getBoundingClientRect());
  useEffect(() => {
    const measure = () => setRect(of.getBoundingClientRect());
    const observer = new ResizeObserver(measure);
    observer.observe(of);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [of]);
  const { left, top, width, height } = rect;
  return (
    <div
      aria-hidden
      style={{ left, top, width, height }}
      className="pointer-events-none fixed z-40 rounded-xl ring-2 ring-accent ring-offset-2 ring-offset-surface"
    />
  );
}
