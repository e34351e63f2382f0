"use client";

import { useRef } from "react";
import { Input } from "#app/components/ui/input.tsx";

interface RenameFieldProps {
  /** What is named, for those who do not see where it stands. */
  readonly label: string;
  readonly maxLength: number;
  readonly title: string;
  readonly onDone: (title: string) => void;
  readonly onCancel: () => void;
}

/** In the place of a name: Enter or leaving the field keeps the new one; Escape keeps the old one. */
export function RenameField({ label, maxLength, title, onDone, onCancel }: RenameFieldProps) {
  const isCancelled = useRef(false);
  return (
    <Input
      data-escape="own"
      aria-label={label}
      autoFocus
      defaultValue={title}
      maxLength={maxLength}
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
