"use client";

import { useAui } from "@assistant-ui/react";
import { useLayoutEffect } from "react";
import { COMPOSER_ID } from "../use-ask.ts";

/** Keeps what was typed while the page's script was still on its way: the field knew nothing of it. */
export function useEarlyText(): void {
  const aui = useAui();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script takes the field over
  useLayoutEffect(() => {
    const field = document.getElementById(COMPOSER_ID);
    if (!(field instanceof HTMLTextAreaElement) || field.value === "") return;
    aui.thread.composer().setText(field.value);
  }, []);
}
