import { X } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countOf } from "#app/lib/format.ts";

interface DroppedNoticeProps {
  readonly count: number;
  readonly onClose: () => void;
}

/** Says that a choice of all that matched has gone with the filters that it meant. */
export function DroppedNotice({ count, onClose }: DroppedNoticeProps) {
  return (
    <Notice className="sticky bottom-3 z-10">
      <span className="flex items-start justify-between gap-2">
        <span>
          {countOf(count, "SIM")} no longer selected: all that matched the filters before were
          meant.
        </span>
        <Button look="ghost" size="icon-sm" aria-label="Close" onClick={onClose}>
          <X aria-hidden />
        </Button>
      </span>
    </Notice>
  );
}
