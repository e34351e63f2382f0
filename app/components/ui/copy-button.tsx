"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";

const CONFIRMATION_MS = 1500;

interface CopyButtonProps {
  readonly text: string | (() => string);
  /** What is copied: "the answer", "the SQL". */
  readonly what: string;
  readonly withLabel?: boolean;
}

export function CopyButton({ text, what, withLabel = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  const copy = async () => {
    const copied = await navigator.clipboard
      .writeText(typeof text === "string" ? text : text())
      .then(
        () => "copied" as const,
        () => "refused" as const,
      );
    setOutcome(copied);
    setTimeout(() => setOutcome(null), CONFIRMATION_MS);
  };
  const label = outcome === "refused" ? "The browser refused" : outcome ? "Copied" : "Copy";
  return (
    <Button
      look="ghost"
      size={withLabel ? "sm" : "icon-sm"}
      onClick={copy}
      aria-label={`${label} ${outcome === "copied" ? "" : what}`.trim()}
      title={`Copy ${what}`}
    >
      {outcome === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
      {withLabel ? label : null}
    </Button>
  );
}
