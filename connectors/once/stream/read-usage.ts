import type { StreamedData, StreamedSms, UnreadableRecord } from "#connectors/stream-record.ts";
import { bytesOfMegabytes } from "../values/megabytes.ts";
import { type Fields, firstText, within } from "./fields.ts";
import { type Shared, unreadable } from "./shared.ts";

const DATA = "5";
const SMS = "6";
/** 1 PiB: no SIM carries that much. */
const MAX_BYTES = 1024 ** 5;

/** Data in megabytes, or one SMS. */
export function readUsage(
  fields: Fields,
  shared: Shared,
): StreamedData | StreamedSms | UnreadableRecord {
  const type = within(fields, "traffic_type");
  const id = firstText(type.id, fields.traffic_type_id, fields.traffic_type);
  const words = firstText(type.description, fields.traffic_type_description) ?? "";
  if (id === SMS || (id === null && /sms/i.test(words))) return readSms(fields, shared);
  if (id === DATA || (id === null && /data/i.test(words))) return readData(fields, shared);
  return unreadable(shared.id, "It is usage of a sort that is neither data nor SMS.");
}

function readData(fields: Fields, shared: Shared): StreamedData | UnreadableRecord {
  const { tx, rx, total } = volumesOf(fields);
  const upload = bytesOfMegabytes(tx);
  const download = bytesOfMegabytes(rx);
  const whole = bytesOfMegabytes(total);
  if (upload === null && download === null && whole === null) {
    return unreadable(shared.id, "It has no volume that is a number.");
  }
  const uploadBytes = upload ?? (download === null || whole === null ? 0 : whole - download);
  const downloadBytes = download ?? (whole === null ? 0 : whole - uploadBytes);
  if (uploadBytes < 0 || downloadBytes < 0) return unreadable(shared.id, "Its volume is negative.");
  if (Math.max(uploadBytes, downloadBytes) > MAX_BYTES) {
    return unreadable(shared.id, "Its volume is more than a SIM can carry.");
  }
  return { kind: "data", ...shared, uploadBytes, downloadBytes };
}

/** As documented: `tx` counts what the network sent to the device, the other way round than for data. */
function readSms(fields: Fields, shared: Shared): StreamedSms | UnreadableRecord {
  const { tx, rx } = volumesOf(fields);
  const isMt = Number(tx ?? 0) > 0;
  const isMo = Number(rx ?? 0) > 0;
  if (isMt === isMo) return unreadable(shared.id, "It is an SMS without a direction.");
  return { kind: "sms", ...shared, direction: isMt ? "mt" : "mo" };
}

function volumesOf(fields: Fields) {
  const volume = within(fields, "volume");
  return {
    tx: volume.tx ?? fields.volume_tx,
    rx: volume.rx ?? fields.volume_rx,
    total: volume.total ?? fields.volume_total,
  };
}
