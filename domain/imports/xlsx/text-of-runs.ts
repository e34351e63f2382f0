/** The text of a cell from its runs (`<t>`, or several of `<r><t>`), without how it is pronounced. */
export class TextOfRuns {
  #text = "";
  #isInText = false;
  #isPhonetic = false;

  start(): void {
    this.#text = "";
    this.#isInText = false;
    this.#isPhonetic = false;
  }

  open(name: string): void {
    if (name === "rPh") this.#isPhonetic = true;
    else if (name === "t") this.#isInText = !this.#isPhonetic;
  }

  close(name: string): void {
    if (name === "rPh") this.#isPhonetic = false;
    else if (name === "t") this.#isInText = false;
  }

  text(text: string): void {
    if (this.#isInText) this.#text += text;
  }

  take(): string {
    return withoutEscapes(this.#text);
  }
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function withoutEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
