import type { FileHandle } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { formatBytes } from "#core/bytes.ts";
import { Invalid, SimonError } from "#core/errors.ts";
import { broken } from "./broken.ts";
import { DEFLATED, readDirectory, STORED, type ZipEntry } from "./zip-directory.ts";

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
/** What all parts that are read may inflate to, together. A small file can hold petabytes. */
const INFLATED_MAX_BYTES = 2 * 1024 ** 3;

/** The parts of a ZIP file on disk, each inflated as a stream. */
export class ZipArchive {
  readonly #file: FileHandle;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #budgetBytes = INFLATED_MAX_BYTES;

  private constructor(file: FileHandle, entries: ReadonlyMap<string, ZipEntry>) {
    this.#file = file;
    this.#entries = entries;
  }

  /** @throws Invalid when the file is no whole ZIP archive. */
  static async open(file: FileHandle): Promise<ZipArchive> {
    return new ZipArchive(file, await readDirectory(file));
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** A small part as text. @throws Invalid when it is missing or larger than `maxBytes`. */
  async text(name: string, maxBytes: number): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of this.stream(name)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  }

  /** @throws Invalid when the part is missing or damaged, or inflates to more than it says or we take. */
  async *stream(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw broken();
    if (entry.isEncrypted) {
      throw new Invalid(
        "The Excel file is protected with a password. Save it without one, and load that.",
      );
    }
    if (entry.method !== STORED && entry.method !== DEFLATED) throw broken();
    if (entry.inflatedBytes > this.#budgetBytes) throw tooLarge(INFLATED_MAX_BYTES);
    this.#budgetBytes -= entry.inflatedBytes;
    let bytes = 0;
    let checksum = 0;
    try {
      for await (const chunk of await this.#open(entry)) {
        bytes += chunk.length;
        if (bytes > entry.inflatedBytes) throw broken();
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof SimonError ? error : broken(error);
    }
    if (bytes !== entry.inflatedBytes || checksum !== entry.crc32) throw broken();
  }

  async #open(entry: ZipEntry): Promise<Readable | readonly Buffer[]> {
    if (entry.packedBytes === 0) return [];
    const header = Buffer.alloc(LOCAL_BYTES);
    const { bytesRead } = await this.#file.read(header, 0, LOCAL_BYTES, entry.offset);
    if (bytesRead < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw broken();
    const start = entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = this.#file.createReadStream({
      start,
      end: start + entry.packedBytes - 1,
      autoClose: false,
    });
    if (entry.method === STORED) return packed;
    const inflated = createInflateRaw({ chunkSize: 64 * 1024 });
    // A failure of the file destroys `inflated`, whose reader is told; there is nobody else to tell.
    pipeline(packed, inflated, () => {});
    return inflated;
  }
}

function tooLarge(maxBytes: number): Invalid {
  return new Invalid(
    `The Excel file unpacks to more than ${formatBytes(maxBytes)}, the most that is read. Save the table as CSV and load that.`,
  );
}
