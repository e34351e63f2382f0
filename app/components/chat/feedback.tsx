"use client";

import { useAuiState } from "@assistant-ui/react";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { type Rating, useChatActions } from "./chat-actions.tsx";

const CHOICES = [
  { rating: "good", label: "A good answer", Icon: ThumbsUp },
  { rating: "bad", label: "A bad answer", Icon: ThumbsDown },
] as const;

/** What the reader thinks of an answer, with a comment if they like; kept with it. */
export function Feedback() {
  const { rate } = useChatActions();
  const id = useAuiState((state) => state.message.id);
  const kept = useAuiState((state) => state.message.metadata.custom.rating as Rating | undefined);
  const isThreadRunning = useAuiState((state) => state.thread.isRunning);
  const [isCommenting, setIsCommenting] = useState(false);
  const [said, setSaid] = useState<{ text: string; isFailure: boolean } | null>(null);

  const keep = async (rating: Rating | null, done: string) => {
    try {
      await rate(id, rating);
      setSaid({ text: done, isFailure: false });
    } catch (error) {
      setSaid({ text: error instanceof Error ? error.message : String(error), isFailure: true });
    }
  };
  const press = (rating: Rating["rating"]) => {
    const isTakenBack = kept?.rating === rating;
    setIsCommenting(!isTakenBack);
    void keep(isTakenBack ? null : { rating, comment: "" }, isTakenBack ? "Taken back." : "Kept.");
  };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const comment = String(new FormData(event.currentTarget).get("comment") ?? "");
    setIsCommenting(false);
    if (kept && comment !== "") void keep({ ...kept, comment }, "Kept with the answer.");
  };

  return (
    <>
      {CHOICES.map(({ rating, label, Icon }) => (
        <Button
          key={rating}
          look="ghost"
          size="icon-sm"
          aria-label={label}
          title={label}
          aria-pressed={kept?.rating === rating}
          disabled={isThreadRunning}
          onClick={() => press(rating)}
        >
          <Icon
            aria-hidden
            className={kept?.rating === rating ? "fill-accent-soft text-accent" : ""}
          />
        </Button>
      ))}
      <span
        role="status"
        className={`self-center pl-1.5 text-sm ${said?.isFailure ? "text-critical" : "text-muted"}`}
      >
        {said?.text}
      </span>
      {isCommenting && kept ? (
        <form onSubmit={send} className="order-last flex w-full items-center gap-2 pt-1.5 pl-1.5">
          <Input
            name="comment"
            aria-label="Comment on the answer"
            placeholder={
              kept.rating === "good" ? "What helped? (optional)" : "What is wrong? (optional)"
            }
            autoFocus
            maxLength={2000}
            defaultValue={kept.comment}
            onKeyDown={(event) => event.key === "Escape" && setIsCommenting(false)}
            // the composer covers the end of the conversation
            ref={(field) => field?.scrollIntoView({ block: "nearest" })}
            className="h-8 min-w-0 flex-1 scroll-mb-28"
          />
          <Button type="submit" size="sm" className="h-8">
            Send
          </Button>
        </form>
      ) : null}
    </>
  );
}
