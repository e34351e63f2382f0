import { CircleAlert, CircleDot, Siren, TriangleAlert } from "lucide-react";
import { cn } from "#app/lib/cn.ts";
import type { Anomaly } from "#domain/analysis/anomaly.ts";

const LOOKS = {
  low: { icon: CircleDot, className: "text-muted" },
  medium: { icon: TriangleAlert, className: "text-attention" },
  high: { icon: CircleAlert, className: "text-critical" },
  critical: { icon: Siren, className: "text-critical" },
} as const;

/** How soon somebody should look; the colour never says it alone. */
export function Severity({ of }: { readonly of: Anomaly["severity"] }) {
  const { icon: Icon, className } = LOOKS[of];
  return (
    <span className={cn("inline-flex items-center gap-1 text-sm font-medium", className)}>
      <Icon aria-hidden className="size-4" />
      {of}
    </span>
  );
}
