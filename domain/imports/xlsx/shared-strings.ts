import { broken } from "./broken.ts";
import { TextOfRuns } from "./text-of-runs.ts";
import { XmlScanner } from "./xml-scanner.ts";
import type { ZipArchive } from "./zip-archive.ts";

const BLOCK_BYTES = 1024 ** 2;
const TEXT_MAX_BYTES = 256 * 1024 ** 2;
/** Five different texts in every row of the longest sheet. */
const COUNT_MAX = 5 * 1024 ** 2;

/**
 * The texts that the cells of a workbook point to. A list of SIMs has hundreds of thousands of them, so
 * they are kept as bytes outside of the heap.
 */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  #used = BLOCK_BYTES;
  #starts = new Float64Array(1024);
  #count = 0;

  /** @throws Invalid when they are more than a sheet can use. */
  static async read(archive: ZipArchive, part: string): Promise<SharedStrings> {
    const strings = new SharedStrings();
    const runs = new TextOfRuns();
    const scanner = new XmlScanner({
      open: (name) => {
        if (name === "si") runs.start();
        else runs.open(name);
      },
      close: (name) => {
        if (name === "si") strings.#add(runs.take());
        else runs.close(name);
      },
      text: (text) => runs.text(text),
    });
    const decoder = new TextDecoder();
    for await (const chunk of archive.stream(part))
      scanner.push(decoder.decode(chunk, { stream: true }));
    return strings;
  }

  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) throw broken();
    const start = this.#starts[index] as number;
    const block = this.#blocks[Math.floor(start / BLOCK_BYTES)] as Buffer;
    const from = start % BLOCK_BYTES;
    const bytes = block.readUInt32LE(from);
    return block.toString("utf8", from + 4, from + 4 + bytes);
  }

  #add(text: string): void {
    const bytes = Buffer.byteLength(text);
    const needed = bytes + 4;
    if (this.#used + needed > BLOCK_BYTES) {
      if (needed > BLOCK_BYTES || this.#blocks.length * BLOCK_BYTES >= TEXT_MAX_BYTES)
        throw broken();
      this.#blocks.push(Buffer.allocUnsafe(BLOCK_BYTES));
      this.#used = 0;
    }
    if (this.#count >= COUNT_MAX) throw broken();
    if (this.#count === this.#starts.length) {
      const longer = new Float64Array(this.#starts.length * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    const block = this.#blocks.at(-1) as Buffer;
    this.#starts[this.#count++] = (this.#blocks.length - 1) * BLOCK_BYTES + this.#used;
    block.writeUInt32LE(bytes, this.#used);
    block.write(text, this.#used + 4, "utf8");
    this.#used += needed;
  }
}
