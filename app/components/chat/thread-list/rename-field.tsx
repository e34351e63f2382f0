"use client";

import { useRef } from "react";
import { Input } from "#app/components/ui/input.tsx";

const MAX_TITLE_LENGTH = 120;

interface RenameFieldProps {
  readonly title: string;
  readonly onDone: (title: string) => void;
  readonly onCancel: () => void;
}

/** Enter or leaving the field keeps the new title; Escape keeps the old one. */
export function RenameField({ title, onDone, onCancel }: RenameFieldProps) {
  const isCancelled = useRef(false);
  return (
    <Input
      aria-label="Title of the conversation"
      autoFocus
      defaultValue={title}
      maxLength={MAX_TITLE_LENGTH}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => (isCancelled.current ? onCancel() : onDone(event.target.value.trim()))}
      onKeyDown={(event) => {
        if (event.key === "Escape") isCancelled.current = true;
        if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
      }}
      className="h-9 px-2"
    />
  );
}
