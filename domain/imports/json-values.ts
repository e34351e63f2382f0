import { Invalid } from "#core/errors.ts";

const VALUE_MAX_CHARS = 16 * 1024 * 1024;
const NOT_JSON = "The file is not valid JSON";

export interface JsonValue {
  /** The file's line (from 1) on which the value begins. */
  readonly line: number;
  readonly value: unknown;
}

/**
 * The values of a JSON text as a stream: the elements of a top-level array, or the values that follow
 * one another (one object, or one a line). Never more than one of them is held.
 *
 * @throws Invalid, naming the line, when the text is not JSON.
 */
export async function* jsonValues(text: AsyncIterable<string>): AsyncGenerator<JsonValue> {
  const cutter = new ValueCutter();
  for await (const chunk of text) yield* cutter.push(chunk);
  yield* cutter.end();
}

class ValueCutter {
  #line = 1;
  #startLine = 1;
  #parts: string[] = [];
  #chars = 0;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #array: "unknown" | "none" | "open" | "closed" = "unknown";

  *push(chunk: string): Generator<JsonValue> {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const char = chunk[i];
      if (char === "\n") this.#line++;
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (char === "\\") this.#isEscaped = true;
        else if (char === '"') this.#inString = false;
        continue;
      }
      const isBetween =
        this.#depth === 0 && this.#chars === 0 && chunk.slice(from, i).trim() === "";
      if (isBetween) {
        if (/\s/.test(char ?? "") || (char === "," && this.#array === "open")) {
          from = i + 1;
          continue;
        }
        if (char === "[" && this.#array === "unknown") {
          this.#array = "open";
          from = i + 1;
          continue;
        }
        if (char === "]" && this.#array === "open") {
          this.#array = "closed";
          from = i + 1;
          continue;
        }
        if (this.#array === "closed" || (char !== "{" && char !== "[")) throw this.#wrong();
        if (this.#array === "unknown") this.#array = "none";
        this.#startLine = this.#line;
        from = i;
      }
      if (char === '"') this.#inString = true;
      else if (char === "{" || char === "[") this.#depth++;
      else if (char === "}" || char === "]") {
        this.#depth--;
        if (this.#depth > 0) continue;
        yield this.#take(chunk.slice(from, i + 1));
        from = i + 1;
      }
    }
    const rest = chunk.slice(from);
    if (this.#depth === 0 && this.#chars === 0) return;
    this.#parts.push(rest);
    this.#chars += rest.length;
    if (this.#chars > VALUE_MAX_CHARS) {
      throw new Invalid(
        `The JSON value that begins in line ${this.#startLine} is larger than 16 MB.`,
      );
    }
  }

  *end(): Generator<JsonValue> {
    if (this.#depth > 0 || this.#array === "open") {
      throw new Invalid(
        `${NOT_JSON}: it ends in the middle of what begins in line ${this.#startLine}.`,
      );
    }
    yield* [];
  }

  #take(last: string): JsonValue {
    const text = this.#parts.join("") + last;
    this.#parts = [];
    this.#chars = 0;
    try {
      return { line: this.#startLine, value: JSON.parse(text) };
    } catch (error) {
      throw this.#wrong(error);
    }
  }

  #wrong(cause?: unknown): Invalid {
    return new Invalid(`${NOT_JSON}: see line ${this.#startLine}.`, { cause });
  }
}
