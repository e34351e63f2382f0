"use client";

import { AuiIf, ComposerPrimitive, useAuiState } from "@assistant-ui/react";
import { ArrowUp, Square } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { COMPOSER_ID } from "../use-ask.ts";
import { AttachButton, AttachedNote, useAttachList } from "./attach-list.tsx";
import { Mentions } from "./mentions.tsx";
import { SlashCommands } from "./slash-commands.tsx";
import { useEarlyText } from "./use-early-text.ts";

const NAMES_OR_COMMAND = /^\/\S*$|(?:^|\s)@\S*/;

/** Enter sends, Shift+Enter breaks the line, Escape stops an answer; `@` names, `/` commands. */
export function Composer() {
  useEarlyText();
  const isNaming = useAuiState((state) => NAMES_OR_COMMAND.test(state.composer.text));
  const { attached, attach, dismiss } = useAttachList();
  return (
    <ComposerPrimitive.Unstable_TriggerPopoverRoot>
      <AttachedNote attached={attached} onDismiss={dismiss} />
      <ComposerPrimitive.Root className="relative flex items-end gap-2 rounded-xl border border-line-strong bg-raised py-2 pr-2 pl-1.5 transition-colors focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        <Mentions />
        <SlashCommands />
        <label htmlFor={COMPOSER_ID} className="sr-only">
          Ask about your fleet
        </label>
        <AttachButton onFile={(file) => void attach(file)} />
        <ComposerPrimitive.Input
          // A text field has no list to open; it tells of one only while it may have.
          {...(isNaming ? { role: "combobox", "aria-expanded": false } : {})}
          id={COMPOSER_ID}
          autoFocus
          rows={1}
          maxRows={10}
          unstable_insertNewlineOnTouchEnter
          addAttachmentOnPaste={false}
          placeholder="Ask about your fleet …"
          className="min-w-0 flex-1 resize-none bg-transparent py-1.5 text-base outline-none max-sm:text-lg"
        />
        <AuiIf condition={(state) => !state.thread.isRunning}>
          <ComposerPrimitive.Send asChild>
            <Button look="primary" size="icon" aria-label="Send">
              <ArrowUp aria-hidden />
            </Button>
          </ComposerPrimitive.Send>
        </AuiIf>
        <AuiIf condition={(state) => state.thread.isRunning}>
          <ComposerPrimitive.Cancel asChild>
            <Button size="icon" aria-label="Stop" title="Stop (Esc)">
              <Square aria-hidden className="fill-current" />
            </Button>
          </ComposerPrimitive.Cancel>
        </AuiIf>
      </ComposerPrimitive.Root>
    </ComposerPrimitive.Unstable_TriggerPopoverRoot>
  );
}
