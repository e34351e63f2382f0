import { Select } from "#app/components/ui/select.tsx";

const HORIZONS = [7, 14, 30, 90] as const;
const METHODS = { auto: "Automatic", prophet: "Prophet", mstl: "MSTL" } as const;

export interface ForecastWanted {
  readonly days: (typeof HORIZONS)[number];
  readonly method: keyof typeof METHODS;
}

interface ForecastChoicesProps {
  readonly wanted: ForecastWanted;
  readonly onChange: (wanted: ForecastWanted) => void;
}

/** How far ahead, and by which method. */
export function ForecastChoices({ wanted, onChange }: ForecastChoicesProps) {
  return (
    <div className="flex flex-wrap gap-3">
      <Select
        label="Ahead"
        value={wanted.days}
        onChange={({ target }) => {
          const days = HORIZONS.find((known) => String(known) === target.value);
          if (days) onChange({ ...wanted, days });
        }}
      >
        {HORIZONS.map((days) => (
          <option key={days} value={days}>
            {days} days
          </option>
        ))}
      </Select>
      <Select
        label="Method"
        value={wanted.method}
        onChange={({ target }) => {
          const [method] = methods.find(([name]) => name === target.value) ?? [];
          if (method) onChange({ ...wanted, method });
        }}
      >
        {methods.map(([method, label]) => (
          <option key={method} value={method}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}

const methods = Object.entries(METHODS) as [keyof typeof METHODS, string][];
