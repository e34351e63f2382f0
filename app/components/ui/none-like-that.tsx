import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

interface NoneLikeThatProps {
  readonly title: string;
  /** On the button that takes the filters off: "Show all SIMs". */
  readonly clearLabel: string;
  readonly onClear: () => void;
  readonly children?: ReactNode;
}

/** In place of a list of which the filters leave nothing. */
export function NoneLikeThat({ title, clearLabel, onClear, children }: NoneLikeThatProps) {
  return (
    <Notice
      title={title}
      actions={
        <Button size="sm" onClick={onClear}>
          {clearLabel}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
