"use client";

import { useAui, useAuiState } from "@assistant-ui/react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { keepText, keptText } from "#app/lib/kept-text.ts";
import { COMPOSER_ID } from "../use-ask.ts";

/**
 * Keeps what is typed and not sent in this tab, over a reload and other pages. What was typed while the
 * page's script was still on its way comes first: the field knew nothing of it.
 */
export function useDraft(draftOf: string): void {
  const aui = useAui();
  const text = useAuiState((state) => state.composer.text);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script takes the field over
  useLayoutEffect(() => {
    const field = document.getElementById(COMPOSER_ID);
    const typed = field instanceof HTMLTextAreaElement ? field.value : "";
    const kept = [keptText("unsent", draftOf), keptText("draft", draftOf)].filter(Boolean);
    const begun = typed || kept.join("\n\n");
    if (begun !== "") aui.thread.composer().setText(begun);
    keepText("unsent", draftOf, "");
  }, []);
  const keptAs = useRef(draftOf);
  useEffect(() => {
    // The first question of a new conversation gives it its name.
    if (keptAs.current !== draftOf) keepText("draft", keptAs.current, "");
    keptAs.current = draftOf;
    keepText("draft", draftOf, text);
  }, [draftOf, text]);
}
