import type { StreamedEvent } from "#connectors/stream-record.ts";
import { eventTypeOf, severityOf } from "../values/event-type.ts";
import { type Fields, firstText, within } from "./fields.ts";
import type { Shared } from "./shared.ts";

const MAX_TEXT_LENGTH = 200;

export function readEvent(fields: Fields, shared: Shared): StreamedEvent {
  const detail = within(fields, "detail");
  const kind = within(fields, "event_type");
  const severity = within(fields, "event_severity");
  const description = (
    firstText(
      kind.description,
      fields.event_type_description,
      fields.event_type,
      fields.description,
    ) ?? `Event type ${firstText(kind.id, fields.event_type_id) ?? "unknown"}`
  ).slice(0, MAX_TEXT_LENGTH);
  const cause =
    firstText(
      ...causesIn(detail.data_service_failure_cause),
      ...causesIn(fields.detail_data_service_failure_cause),
      ...causesIn(detail.update_location_failure_reason),
      ...causesIn(fields.detail_update_location_failure_reason),
    )?.slice(0, MAX_TEXT_LENGTH) ?? null;
  return {
    kind: "event",
    ...shared,
    description,
    type: eventTypeOf(description, cause),
    severity: severityOf(
      firstText(severity.description, fields.event_severity_description, fields.event_severity),
      fields.alert === true,
    ),
    cause,
  };
}

function causesIn(value: unknown): unknown[] {
  const inner = typeof value === "object" && value !== null ? (value as Fields) : {};
  return [value, inner.description, inner.id];
}
