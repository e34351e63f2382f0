/** More than this in one row is a lost quote or no table. */
const ROW_MAX_LINES = 200;
const ROW_MAX_CHARS = 256 * 1024;
const BLOCK_CHARS = 128 * 1024;
const RAW_CHARS = 500;

export interface Broken {
  readonly line: number;
  readonly problem: string;
  /** The line, as one cell. */
  readonly raw: readonly string[];
}

/** Whole rows, one after the other; `firstLine` is the file's line (from 1) of its first character. */
export interface Block {
  readonly firstLine: number;
  readonly text: string;
  /** Whether some row goes over several lines. */
  readonly hasTallRows: boolean;
  readonly broken: readonly Broken[];
}

/**
 * Cuts the text of a CSV into blocks of whole rows, and puts aside what would make every later row
 * unreadable: a quote that is opened and never closed costs its own line, not the rest of the file.
 * A line put aside is left empty in `text`, so that line numbers hold. Line ends become `\n`.
 */
export async function* csvBlocks(
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<Block> {
  const cutter = new Cutter(delimiter);
  for await (const line of lines(text)) {
    cutter.add(line);
    if (cutter.isFull) yield cutter.take();
  }
  cutter.end();
  yield cutter.take();
}

class Cutter {
  readonly #delimiter: string;
  #line = 0;
  #blockStart = 1;
  #done: string[] = [];
  #doneChars = 0;
  #broken: Broken[] = [];
  #hasTallRows = false;
  /** Lines of a row whose quote is still open. */
  #pending: string[] = [];
  #pendingChars = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  get isFull(): boolean {
    return this.#doneChars >= BLOCK_CHARS && this.#pending.length === 0;
  }

  take(): Block {
    const block = {
      firstLine: this.#blockStart,
      text: `${this.#done.join("\n")}\n`,
      broken: this.#broken,
      hasTallRows: this.#hasTallRows,
    };
    this.#blockStart += this.#done.length;
    this.#done = [];
    this.#doneChars = 0;
    this.#broken = [];
    this.#hasTallRows = false;
    return block;
  }

  add(line: string): void {
    this.#line++;
    if (line.length > ROW_MAX_CHARS) {
      this.#giveUpPending("A quote is opened here and never closed.");
      this.#putAside(line, this.#line, `The line is longer than ${ROW_MAX_CHARS / 1024} KB.`);
      return;
    }
    const isOpen = this.#pending.length > 0;
    switch (scan(line, this.#delimiter, isOpen)) {
      case "broken":
        if (isOpen)
          this.#replay(line, "A quote is opened here and not closed before the next one.");
        else this.#putAside(line, this.#line, "There is text behind a closing quote.");
        return;
      case "open":
        this.#pending.push(line);
        this.#pendingChars += line.length;
        if (this.#pending.length > ROW_MAX_LINES || this.#pendingChars > ROW_MAX_CHARS) {
          this.#giveUpPending("A quote is opened here and never closed.");
        }
        return;
      default:
        if (isOpen) this.#hasTallRows = true;
        for (const part of this.#pending) this.#keep(part);
        this.#pending = [];
        this.#pendingChars = 0;
        this.#keep(line);
    }
  }

  end(): void {
    while (this.#pending.length > 0)
      this.#giveUpPending("A quote is opened here and never closed.");
  }

  /** The first pending line is to blame; the others are read again as rows of their own. */
  #giveUpPending(problem: string): void {
    const [blamed, ...rest] = this.#pending;
    if (blamed === undefined) return;
    this.#pending = [];
    this.#pendingChars = 0;
    this.#line -= rest.length;
    this.#putAside(blamed, this.#line, problem);
    for (const line of rest) this.add(line);
  }

  #replay(line: string, problem: string): void {
    this.#line--;
    this.#giveUpPending(problem);
    this.add(line);
  }

  #putAside(line: string, lineNumber: number, problem: string): void {
    this.#broken.push({ line: lineNumber, problem, raw: [line.slice(0, RAW_CHARS)] });
    this.#keep("");
  }

  #keep(line: string): void {
    this.#done.push(line);
    this.#doneChars += line.length + 1;
  }
}

/** Whether a quote is open at the end of the line, and whether text follows a closing quote. */
function scan(line: string, delimiter: string, isOpen: boolean): "closed" | "open" | "broken" {
  if (!line.includes('"')) return isOpen ? "open" : "closed";
  let at = 0;
  let open = isOpen;
  for (;;) {
    if (!open) {
      at = skipBlanks(line, at, delimiter);
      if (line[at] !== '"') {
        const next = line.indexOf(delimiter, at);
        if (next < 0) return "closed";
        at = next + 1;
        continue;
      }
      at++;
    }
    const close = closingQuote(line, at);
    if (close < 0) return "open";
    at = skipBlanks(line, close + 1, delimiter);
    if (at >= line.length) return "closed";
    if (line[at] !== delimiter) return "broken";
    at++;
    open = false;
  }
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}

function skipBlanks(line: string, from: number, delimiter: string): number {
  let at = from;
  while (line[at] === " " || (line[at] === "\t" && delimiter !== "\t")) at++;
  return at;
}

/** Lines without their ends (`\n`, `\r\n` or `\r`); of an endless line only its start is kept. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let endedWithReturn = false;
  for await (const chunk of text) {
    if (chunk === "") continue;
    const start = endedWithReturn && chunk.startsWith("\n") ? 1 : 0;
    endedWithReturn = chunk.endsWith("\r");
    const parts = (rest + chunk.slice(start)).split(/\r\n|\n|\r/);
    rest = parts.pop() ?? "";
    if (rest.length > 2 * ROW_MAX_CHARS) rest = rest.slice(0, ROW_MAX_CHARS + 1);
    yield* parts;
  }
  if (rest !== "") yield rest;
}
