"use client";

import { type ComponentProps, useEffect, useEffectEvent, useState } from "react";
import { Input } from "./input.tsx";

interface SearchFieldProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  readonly value: string;
  /** After a pause in typing. */
  readonly onChange: (text: string) => void;
  readonly label: string;
}

const PAUSE_MS = 300;

/** A field that searches while one types. */
export function SearchField({ value, onChange, label, ...props }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    if (value !== sent) {
      setSent(value); // changed from elsewhere; what was typed here goes on
      setText(value);
    }
  }
  const send = useEffectEvent((next: string) => {
    setSent(next);
    onChange(next);
  });
  useEffect(() => {
    const next = text.trim();
    if (next === sent) return;
    const timer = setTimeout(() => send(next), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, sent]);
  return (
    <Input
      type="search"
      value={text}
      onChange={(event) => setText(event.target.value)}
      aria-label={label}
      maxLength={200}
      {...props}
    />
  );
}
