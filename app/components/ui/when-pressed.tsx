"use client";

import { Slot } from "radix-ui";
import { type KeyboardEvent, type MouseEvent, type ReactNode, Suspense, useState } from "react";

interface WhenPressedProps {
  /** One element that takes a ref (a button). */
  readonly trigger: ReactNode;
  readonly opens: "menu" | "dialog";
  /** Fetches what `children` needs. */
  readonly load: () => Promise<unknown>;
  /** What takes the trigger's place, open, once it was pressed. */
  readonly children: (isByKey: boolean) => ReactNode;
}

/** A button whose menu or panel is fetched when it is wanted, so that no page waits for it. */
export function WhenPressed({ trigger, opens, load, children }: WhenPressedProps) {
  const [pressed, setPressed] = useState<"key" | "pointer" | null>(null);
  if (pressed) {
    return <Suspense fallback={trigger}>{children(pressed === "key")}</Suspense>;
  }
  // What could not be fetched is tried again at the next press.
  const open = (by: "key" | "pointer") => load().then(() => setPressed(by), reportError);
  const prepare = () => void load().catch(reportError);
  return (
    <Slot.Root
      aria-haspopup={opens}
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={(event: MouseEvent) => void open(event.detail === 0 ? "key" : "pointer")}
      onKeyDown={(event: KeyboardEvent) => {
        if (opens !== "menu" || event.key !== "ArrowDown") return;
        event.preventDefault();
        void open("key");
      }}
    >
      {trigger}
    </Slot.Root>
  );
}
