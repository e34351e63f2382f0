"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { cn } from "#app/lib/cn.ts";

interface SaveFormProps {
  readonly onSave: () => Promise<void>;
  /** What is said once it is saved, until something is changed again. */
  readonly savedText?: string;
  readonly label?: string;
  /** There is something to save, and it can be. */
  readonly canSave?: boolean;
  /** It is only to be seen: no button. */
  readonly isReadOnly?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Settings that are saved together, and what came of it. */
export function SaveForm({
  onSave,
  savedText = "Saved.",
  label = "Save",
  canSave = true,
  isReadOnly = false,
  className,
  children,
}: SaveFormProps) {
  const [isSaved, setSaved] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    setSaved(false);
    await onSave();
    setSaved(true);
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form
      onSubmit={save}
      onChange={() => setSaved(false)}
      className={cn("mt-4 flex flex-col gap-4", className)}
    >
      {children}
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {isSaved ? <Notice tone="good">{savedText}</Notice> : null}
      {isReadOnly ? null : (
        <div>
          <Button type="submit" look="primary" disabled={isBusy || !canSave}>
            {isBusy ? "Saving …" : label}
          </Button>
        </div>
      )}
    </form>
  );
}
