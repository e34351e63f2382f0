import { Cell, Iccid } from "#app/components/answer/cell.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { column } from "./columns.ts";
import { DetailsTable } from "./details-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const FIELDS = [
  column("state", "State"),
  column("operator", "Operator"),
  column("country", "Country"),
  column("rat", "Radio"),
  column("session_since", "Session since", "timestamp"),
  column("seen_at", "Last reported", "timestamp"),
  column("imei", "IMEI"),
];
const LIMITS = [
  column("data_bytes", "Data a month", "bytes"),
  column("sms_to_device", "SMS to device"),
  column("sms_from_device", "SMS from device"),
  column("is_limited", "Limit reached", "boolean"),
];
const AT = column("at", "At", "timestamp");

/** What the provider said of one SIM, at that moment. */
export function SimConnectivity({ output }: ToolRendererProps<"sim_connectivity">) {
  const { iccid, asked_at, limits, is_limited, events, messages } = output;
  return (
    <Card aria-label={`Connection of ${iccid}`} className="divide-y divide-line">
      <header className="flex flex-wrap items-baseline gap-x-3 px-4 py-3">
        <h3 className="font-medium">Connection now</h3>
        <Iccid value={iccid} />
        <span className="text-sm text-muted">
          asked <Cell value={asked_at} column={AT} />
        </span>
      </header>
      <div className="px-4 py-2">
        <DetailsTable columns={FIELDS} row={output} />
      </div>
      {limits ? (
        <div className="px-4 py-2">
          <DetailsTable columns={LIMITS} row={{ ...limits, is_limited }} />
        </div>
      ) : null}
      <Lines
        title="Newest events"
        lines={events?.map(({ occurred_at, type, cause, operator, country }) => ({
          at: occurred_at,
          text: [type.replaceAll("_", " "), cause, operator, country].filter(Boolean).join(", "),
        }))}
      />
      <Lines
        title="Newest SMS"
        lines={messages?.map(({ sent_at, direction, status, body }) => ({
          at: sent_at,
          text: [direction === "mt" ? "to the device" : "from the device", status, body]
            .filter(Boolean)
            .join(", "),
        }))}
      />
    </Card>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly { readonly at: string; readonly text: string }[] | undefined;
}

function Lines({ title, lines = [] }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section className="px-4 py-2 text-sm">
      <h4 className="text-muted">{title}</h4>
      <ul>
        {lines.map(({ at, text }) => (
          <li key={`${at} ${text}`} className="flex gap-3">
            <span className="w-36 shrink-0 text-muted">
              <Cell value={at} column={AT} />
            </span>
            <span className="min-w-0 truncate">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
