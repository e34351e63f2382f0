import { broken } from "./broken.ts";

/** Names are without their namespace prefix. */
export interface XmlHandler {
  /** `attributes` as the text has them; see `attribute`. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/** Far above the 32,767 characters of a cell. */
const PIECE_MAX_CHARS = 1024 ** 2;

/** Reads XML piece by piece. It knows no document types, so an entity of the file's own means nothing. */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = "";

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** @throws Invalid for what is no XML, or has a piece of more than a megabyte. */
  push(chunk: string): void {
    const input = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const start = input.indexOf("<", at);
      if (start < 0) break;
      const end = endOf(input, start);
      if (end < 0) break;
      if (start > at) this.#handler.text(decodeEntities(input.slice(at, start)));
      this.#piece(input.slice(start, end));
      at = end;
    }
    this.#rest = input.slice(at);
    if (this.#rest.length > PIECE_MAX_CHARS) throw broken();
  }

  #piece(piece: string): void {
    const second = piece[1];
    if (second === "/") this.#handler.close(localName(piece.slice(2, -1).trimEnd()));
    else if (second === "!") {
      if (piece.startsWith("<![CDATA[")) this.#handler.text(piece.slice(9, -3));
      else if (!piece.startsWith("<!--")) throw broken();
    } else if (second !== "?") {
      const isClosed = piece.endsWith("/>");
      const body = piece.slice(1, isClosed ? -2 : -1);
      const space = body.search(/\s/);
      const name = localName(space < 0 ? body : body.slice(0, space));
      this.#handler.open(name, space < 0 ? "" : body.slice(space));
      if (isClosed) this.#handler.close(name);
    }
  }
}

const [CLOSE, DOUBLE_QUOTE, SINGLE_QUOTE] = [62, 34, 39];

/** Behind the piece of markup that begins at `start`; -1 when the input ends before. */
function endOf(input: string, start: number): number {
  if (input.startsWith("<!--", start)) return behind(input, "-->", start + 4);
  if (input.startsWith("<![CDATA[", start)) return behind(input, "]]>", start + 9);
  if (input.length - start < 9 && "<![CDATA[".startsWith(input.slice(start, start + 9))) return -1;
  let quote = 0;
  for (let at = start + 1; at < input.length; at++) {
    const code = input.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === CLOSE) return at + 1;
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
  }
  return -1;
}

function behind(input: string, mark: string, from: number): number {
  const at = input.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** How to find the attribute of this local name. */
export function attribute(name: string): (attributes: string) => string | undefined {
  const pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return (attributes) => {
    const match = pattern.exec(attributes);
    const value = match?.[1] ?? match?.[2];
    return value === undefined ? undefined : decodeEntities(value);
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
