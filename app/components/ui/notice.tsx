import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#app/lib/cn.ts";

const TONES = {
  info: { icon: Info, className: "border-line bg-raised", iconClassName: "text-muted" },
  good: { icon: CircleCheck, className: "border-good bg-good-soft", iconClassName: "text-good" },
  attention: {
    icon: TriangleAlert,
    className: "border-attention bg-attention-soft",
    iconClassName: "text-attention",
  },
  critical: {
    icon: CircleAlert,
    className: "border-critical bg-critical-soft",
    iconClassName: "text-critical",
  },
} as const;

interface NoticeProps {
  readonly tone?: keyof typeof TONES;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** A boxed message about state: what happened, what is safe, what to do. */
export function Notice({ tone = "info", title, children, actions, className }: NoticeProps) {
  const { icon: Icon, className: toneClassName, iconClassName } = TONES[tone];
  return (
    <div
      role={tone === "critical" ? "alert" : "status"}
      className={cn("flex gap-3 rounded-lg border p-3", toneClassName, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4 shrink-0", iconClassName)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div className="text-fg">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
