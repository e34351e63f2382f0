import { Button } from "./button.tsx";

interface ShowMoreProps {
  readonly isLoading: boolean;
  readonly onClick: () => void;
}

/** At the end of a list that goes on. */
export function ShowMore({ isLoading, onClick }: ShowMoreProps) {
  return (
    <Button
      // A button that is disabled would lose the focus.
      aria-disabled={isLoading}
      onClick={isLoading ? undefined : onClick}
      className="self-center aria-disabled:cursor-not-allowed aria-disabled:opacity-50"
    >
      {isLoading ? "Loading …" : "Show more"}
    </Button>
  );
}
