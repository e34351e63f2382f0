import type { FileHandle } from "node:fs/promises";
import { broken } from "./broken.ts";

export const STORED = 0;
export const DEFLATED = 8;

export interface ZipEntry {
  readonly method: number;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly crc32: number;
  /** Of its header in the file. */
  readonly offset: number;
  readonly isEncrypted: boolean;
}

const END_SIGNATURE = Buffer.from("504b0506", "hex");
const END_BYTES = 22;
const COMMENT_MAX_BYTES = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_BYTES = 46;
const DIRECTORY_MAX_BYTES = 8 * 1024 ** 2;
/** A size or place of ZIP64, which stands where there is room for it. */
const ELSEWHERE = 0xffffffff;
const LOCATOR_BYTES = 20;
const LONG_END_BYTES = 56;
const ZIP64_FIELD = 1;

/** The central directory of a ZIP file, by names in lower case, as OOXML compares them. */
export async function readDirectory(file: FileHandle): Promise<Map<string, ZipEntry>> {
  const { size } = await file.stat();
  const { count, bytes, offset } = await findDirectory(file, size);
  if (bytes > DIRECTORY_MAX_BYTES || offset + bytes > size) throw broken();
  const directory = await readAt(file, offset, bytes);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0, left = count; left > 0; left--) {
    if (at + ENTRY_BYTES > bytes || directory.readUInt32LE(at) !== ENTRY_SIGNATURE) throw broken();
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const next = at + ENTRY_BYTES + nameBytes + extraBytes + directory.readUInt16LE(at + 32);
    if (next > bytes) throw broken();
    const nameEnd = at + ENTRY_BYTES + nameBytes;
    const name = directory.toString("utf8", at + ENTRY_BYTES, nameEnd).replace(/^\//, "");
    const entry = entryAt(directory, at, directory.subarray(nameEnd, nameEnd + extraBytes));
    if (entry.offset + entry.packedBytes > size) throw broken();
    entries.set(name.toLowerCase(), entry);
    at = next;
  }
  return entries;
}

interface Place {
  readonly count: number;
  readonly bytes: number;
  readonly offset: number;
}

async function findDirectory(file: FileHandle, size: number): Promise<Place> {
  const tailBytes = Math.min(size, END_BYTES + COMMENT_MAX_BYTES);
  const tail = await readAt(file, size - tailBytes, tailBytes);
  const end = tail.lastIndexOf(END_SIGNATURE);
  if (end < 0 || end + END_BYTES > tail.length) throw broken();
  const place = {
    count: tail.readUInt16LE(end + 10),
    bytes: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  if (place.offset !== ELSEWHERE && place.bytes !== ELSEWHERE) return place;
  const locator = end - LOCATOR_BYTES;
  if (locator < 0) throw broken();
  const long = await readAt(file, Number(tail.readBigUInt64LE(locator + 8)), LONG_END_BYTES);
  return {
    count: Number(long.readBigUInt64LE(32)),
    bytes: Number(long.readBigUInt64LE(40)),
    offset: Number(long.readBigUInt64LE(48)),
  };
}

function entryAt(directory: Buffer, at: number, extra: Buffer): ZipEntry {
  const long = longSizes(extra);
  const sizeAt = (place: number): number => {
    const size = directory.readUInt32LE(at + place);
    return size === ELSEWHERE ? (long.shift() ?? Number.NaN) : size;
  };
  const inflatedBytes = sizeAt(24); // in the order in which the extra field holds them
  const packedBytes = sizeAt(20);
  const offset = sizeAt(42);
  if (![inflatedBytes, packedBytes, offset].every(Number.isSafeInteger)) throw broken();
  return {
    method: directory.readUInt16LE(at + 10),
    packedBytes,
    inflatedBytes,
    crc32: directory.readUInt32LE(at + 16),
    offset,
    isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
  };
}

/** Sizes of ZIP64, which some programs write for small files too. */
function longSizes(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === ZIP64_FIELD) {
      const sizes: number[] = [];
      for (let place = at + 4; place + 8 <= Math.min(end, extra.length); place += 8)
        sizes.push(Number(extra.readBigUInt64LE(place)));
      return sizes;
    }
    at = end;
  }
  return [];
}

async function readAt(file: FileHandle, position: number, bytes: number): Promise<Buffer> {
  if (!Number.isSafeInteger(position)) throw broken();
  const buffer = Buffer.alloc(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await file.read(buffer, filled, bytes - filled, position + filled);
    if (bytesRead === 0) throw broken();
    filled += bytesRead;
  }
  return buffer;
}
