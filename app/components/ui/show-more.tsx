import { Button } from "./button.tsx";

interface ShowMoreProps {
  readonly isLoading: boolean;
  readonly onClick: () => void;
}

/** At the end of a list that goes on. */
export function ShowMore({ isLoading, onClick }: ShowMoreProps) {
  return (
    <Button onClick={onClick} disabled={isLoading} className="self-center">
      {isLoading ? "Loading …" : "Show more"}
    </Button>
  );
}
