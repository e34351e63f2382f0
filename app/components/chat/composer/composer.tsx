"use client";

import { AuiIf, ComposerPrimitive, useAui, useAuiState } from "@assistant-ui/react";
import { ArrowUp, Square } from "lucide-react";
import type { FormEvent } from "react";
import { questionAbout } from "#app/components/lists/question-about.ts";
import { Button } from "#app/components/ui/button.tsx";
import { useChatActions } from "../chat-actions.tsx";
import { COMPOSER_ID, focusComposer } from "../use-ask.ts";
import { isWayLost } from "../use-catch-up.ts";
import { AttachButton, AttachedNote, useAttachList } from "./attach-list.tsx";
import { Mentions } from "./mentions.tsx";
import { SlashCommands } from "./slash-commands.tsx";
import { useDraft } from "./use-draft.ts";

const NAMES_OR_COMMAND = /^\/\S*$|(?:^|\s)@\S*/;

/** Enter sends, Shift+Enter breaks the line, Escape stops an answer; `@` names, `/` commands. */
export function Composer({ draftOf }: { draftOf: string }) {
  useDraft(draftOf);
  const aui = useAui();
  const isWaiting = isWayLost(useChatActions().error);
  const isEmpty = useAuiState((state) => state.composer.text.trim() === "");
  const isNaming = useAuiState((state) => NAMES_OR_COMMAND.test(state.composer.text));
  const { attached, attach, dismiss } = useAttachList();
  const list = attached?.state === "made" ? attached.list.name : null;
  const isSendable = !isWaiting && attached?.state !== "reading" && (!isEmpty || list !== null);
  const submit = (event: FormEvent) => {
    if (!isSendable) return event.preventDefault();
    if (list === null) return;
    event.preventDefault();
    const composer = aui.thread.composer();
    aui.thread.append(questionAbout(list, composer.getState().text));
    composer.setText("");
    dismiss();
  };
  return (
    <ComposerPrimitive.Unstable_TriggerPopoverRoot>
      <AttachedNote attached={attached} onDismiss={dismiss} />
      <ComposerPrimitive.Root
        onSubmit={submit}
        className="relative flex items-end gap-2 rounded-xl border border-line-strong bg-raised py-2 pr-2 pl-1.5 transition-colors focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
      >
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
          <Button type="submit" look="primary" size="icon" aria-label="Send" disabled={!isSendable}>
            <ArrowUp aria-hidden />
          </Button>
        </AuiIf>
        <AuiIf condition={(state) => state.thread.isRunning}>
          <ComposerPrimitive.Cancel asChild>
            <Button size="icon" aria-label="Stop" title="Stop (Esc)" onClick={focusComposer}>
              <Square aria-hidden className="fill-current" />
            </Button>
          </ComposerPrimitive.Cancel>
        </AuiIf>
      </ComposerPrimitive.Root>
    </ComposerPrimitive.Unstable_TriggerPopoverRoot>
  );
}
