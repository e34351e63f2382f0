interface TipProps {
  readonly title: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
}

/** What stands beside the pointer over a picture. */
export function Tip({ title, lines }: TipProps) {
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm">
      <p className="text-muted">{title}</p>
      {lines.map(([name, value]) => (
        <p key={name} className="flex justify-between gap-3">
          <span className="text-muted">{name}</span>
          <span className="font-medium">{value}</span>
        </p>
      ))}
    </div>
  );
}
