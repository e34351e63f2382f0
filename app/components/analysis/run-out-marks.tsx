import { ReferenceArea, ReferenceLine } from "recharts";
import { formatDay } from "#app/lib/format.ts";

/** Days on the axis: when a quota runs out, and between which days it is likely to. */
export interface MarkedDays {
  readonly day: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

interface RunOutMarksProps {
  readonly runOut: MarkedDays | null;
  readonly now: Date;
}

export function RunOutMarks({ runOut, now }: RunOutMarksProps) {
  if (!runOut) return null;
  const { day, from, to } = runOut;
  return (
    <>
      {from && to ? (
        <ReferenceArea
          x1={from}
          x2={to}
          fill="var(--attention)"
          fillOpacity={0.14}
          ifOverflow="hidden"
        />
      ) : null}
      {day ? (
        <ReferenceLine
          x={day}
          stroke="var(--fg)"
          strokeDasharray="3 2"
          label={{
            value: `runs out ${formatDay(day, now).text}`,
            position: "top",
            fill: "var(--fg)",
            fontSize: 12,
          }}
        />
      ) : null}
    </>
  );
}
