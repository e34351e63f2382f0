import type { ReactNode } from "react";

interface LinkProps {
  readonly className?: string;
  readonly children?: ReactNode;
}

/** `next/link` in a frame of another assistant, from where no page of ours is reached. */
export default function Link({ className, children }: LinkProps) {
  return <span className={className}>{children}</span>;
}
