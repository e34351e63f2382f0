import { CircleCheck, TriangleAlert } from "lucide-react";
import { useId } from "react";
import { cn } from "#app/lib/cn.ts";
import type { ModelChoice } from "#domain/models/show-model-choice.ts";

interface ModelOptionProps {
  readonly model: ModelChoice["models"][number];
  readonly isChecked: boolean;
  readonly isAnswering: boolean;
  readonly onChoose: () => void;
}

const PROVIDERS: Readonly<Record<string, string>> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  "openai-compatible": "the server at SIMON_MODEL_BASE_URL",
};

/** A model that can be chosen, with what choosing it means for the data; or why it cannot. */
export function ModelOption({ model, isChecked, isAnswering, onChoose }: ModelOptionProps) {
  const { provider, modelId, missing } = model;
  const isPlanner = provider === "planner";
  const noteId = useId();
  return (
    <label
      className={cn(
        "flex gap-3 rounded-md border border-line p-3",
        isChecked ? "border-accent bg-accent-soft" : "hover:bg-hover",
        missing !== null && "hover:bg-transparent",
      )}
    >
      <input
        type="radio"
        name="model"
        className="mt-1 self-start"
        checked={isChecked}
        disabled={missing !== null}
        onChange={onChoose}
        aria-describedby={noteId}
      />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className={cn("font-medium break-all", !isPlanner && "font-mono")}>
            {isPlanner ? "Built-in planner" : modelId}
          </span>
          {isAnswering ? (
            <span className="inline-flex items-center gap-1 text-sm text-good">
              <CircleCheck aria-hidden className="size-3.5" />
              answers now
            </span>
          ) : null}
        </span>
        <span id={noteId} className="block text-sm text-muted">
          {isPlanner
            ? "Part of Simon: no key, no cost, and nothing leaves this server. Understands English, and asks back where it is not sure."
            : `Questions, and the rows that answer them, go to ${PROVIDERS[provider] ?? provider}.`}
          {missing ? (
            <span className="mt-1 flex items-start gap-1.5 text-attention">
              <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
              It cannot be asked yet: whoever runs this installation sets {missing}.
            </span>
          ) : null}
        </span>
      </span>
    </label>
  );
}
