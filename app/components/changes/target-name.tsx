import Link from "next/link";
import { Iccid } from "#app/components/answer/cell.tsx";
import { simPath } from "#app/lib/sim-path.ts";

interface TargetNameProps {
  readonly target: string;
  readonly label?: string | null;
}

const ICCID = /^\d{18,20}$/;

/** What is changed, as people know it; a SIM leads to its page. */
export function TargetName({ target, label }: TargetNameProps) {
  if (!ICCID.test(target)) return <span className="break-words">{label ?? target}</span>;
  return (
    <Link href={simPath(target)} className="group/target inline-flex flex-wrap gap-x-2">
      {label ? <span className="group-hover/target:text-accent">{label}</span> : null}
      <span className="text-muted group-hover/target:text-accent">
        <Iccid value={target} />
      </span>
    </Link>
  );
}
