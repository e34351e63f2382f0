import { cn } from "#app/lib/cn.ts";

export type Option = readonly [value: string, label: string];

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

/** A choice of one in a row of filters, where its first option says what it is about. */
export function Choice({ label, value, options, onChange, className }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className={cn(
        "h-9 w-full min-w-0 rounded-md border border-line-strong bg-raised px-2 text-base text-fg sm:w-auto sm:max-w-56",
        className,
      )}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}
