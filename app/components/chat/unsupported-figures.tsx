"use client";

import { useAuiState } from "@assistant-ui/react";
import { TriangleAlert } from "lucide-react";

/** Figures of a language model's text that no result holds: it may have made them up. */
export function UnsupportedFigures() {
  const figures = useAuiState((state) => state.message.metadata.custom.unsupported);
  if (!Array.isArray(figures) || figures.length === 0) return null;
  return (
    <p className="flex items-start gap-1.5 text-sm text-attention">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        Not in the data: {figures.map(String).join(", ")}. The model wrote this itself; trust the
        rows.
      </span>
    </p>
  );
}
