import { ChevronLeft } from "lucide-react";
import Link from "next/link";

interface BackLinkProps {
  readonly href: string;
  readonly children: string;
}

/** From one of many up to the list of them. */
export function BackLink({ href, children }: BackLinkProps) {
  return (
    <Link
      href={href}
      className="-ml-1 inline-flex items-center gap-1 self-start text-muted hover:text-fg"
    >
      <ChevronLeft aria-hidden className="size-4" />
      {children}
    </Link>
  );
}
