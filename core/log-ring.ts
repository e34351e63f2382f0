import { processWide } from "./process-state.ts";

const MAX_LINES = 2_000;
const MAX_LINE_LENGTH = 8_000;

/** The newest log lines of this process, as JSON, the oldest first. */
export const logRing = () => processWide("log-ring", () => new LogRing());

class LogRing {
  readonly #lines: string[] = [];
  #next = 0;

  write(line: string): void {
    this.#lines[this.#next] = line.slice(0, MAX_LINE_LENGTH);
    this.#next = (this.#next + 1) % MAX_LINES;
  }

  lines(): string[] {
    return [...this.#lines.slice(this.#next), ...this.#lines.slice(0, this.#next)];
  }
}
