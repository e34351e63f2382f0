"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

const load = () => import("./palette.tsx");
const FETCH_AFTER_MS = 3_000;

/** Fetched when it is wanted, or when the page has long been there, so that no page waits for it. */
const Palette = dynamic(load, { ssr: false });

/** The field in the top bar that opens the palette, as ⌘K and Ctrl-K do. */
export function PaletteButton() {
  const [isOpen, setOpen] = useState(false);
  const [keys, setKeys] = useState("");
  useEffect(() => {
    setKeys(/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘K" : "Ctrl K");
    const onKeyDown = (event: KeyboardEvent) => {
      const isShortcut = event.key.toLowerCase() === "k" && (event.metaKey || event.ctrlKey);
      if (!isShortcut || event.shiftKey || event.altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener("keydown", onKeyDown);
    // Who presses the keys types on at once.
    const timer = setTimeout(() => void load(), FETCH_AFTER_MS);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        aria-label="Search or ask"
        aria-keyshortcuts="Meta+K Control+K"
        aria-haspopup="dialog"
        title="Search or ask (⌘K, Ctrl-K)"
        onClick={() => setOpen(true)}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        className="flex h-8 items-center gap-2 rounded-md text-sm text-muted hover:text-fg max-sm:size-8 max-sm:justify-center sm:w-56 sm:border sm:border-line-strong sm:bg-raised sm:px-2.5"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 text-left max-sm:hidden">Search or ask</span>
        <kbd className="min-w-9 text-right font-sans text-xs max-sm:hidden">{keys}</kbd>
      </button>
      {isOpen ? <Palette onClose={() => setOpen(false)} /> : null}
    </>
  );
}
