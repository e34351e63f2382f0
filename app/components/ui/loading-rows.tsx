import { Skeleton } from "./skeleton.tsx";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

interface LoadingRowsProps {
  /** "Loading the SIMs" */
  readonly label: string;
  /** The height of a row. */
  readonly className: string;
  readonly count?: number;
}

/** Where the rows of a list will be. */
export function LoadingRows({ label, className, count = ROWS.length }: LoadingRowsProps) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2">
      {ROWS.slice(0, count).map((row) => (
        <Skeleton key={row} className={className} />
      ))}
    </div>
  );
}
