export interface Mark {
  readonly label: string;
  readonly kind: "line" | "dashed" | "band" | "wide-band" | "ring" | "expected";
}

/** What each line and shade of a picture is. */
export function Legend({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <span className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
      {marks.map(({ label, kind }) => (
        <span key={label} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 20 10" className="h-2.5 w-5">
            {SHAPES[kind]}
          </svg>
          {label}
        </span>
      ))}
    </span>
  );
}

const LINE = { d: "M0 5h20", strokeWidth: 2, fill: "none" } as const;

const SHAPES = {
  line: <path {...LINE} stroke="var(--series-1)" />,
  dashed: <path {...LINE} stroke="var(--series-1)" strokeDasharray="6 3" />,
  band: <rect width="20" height="10" fill="var(--series-1)" fillOpacity={0.35} />,
  "wide-band": <rect width="20" height="10" fill="var(--series-1)" fillOpacity={0.15} />,
  expected: <path {...LINE} stroke="var(--series-6)" strokeDasharray="6 3" />,
  ring: <circle cx="10" cy="5" r="4" fill="none" stroke="var(--critical)" strokeWidth="2" />,
} as const;
