/** Where in the person's text something stands. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** The word that stands there. */
  readonly word: string;
}

const WORD = /^(?:"(?:[^"]|"")*"|'[^']{0,40}'?|[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}]{1,3})/u;

/** Of an offset in characters, from 0. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf("\n");
  const [word = ""] = WORD.exec(text.slice(offset)) ?? [];
  return {
    line: before.split("\n").length,
    column: [...before.slice(lastBreak + 1)].length + 1,
    word: word.length > 60 ? `${word.slice(0, 60)}…` : word,
  };
}

/** The parser counts bytes of UTF-8. */
export function placeAtByte(text: string, byte: number): Place {
  const before = Buffer.from(text).subarray(0, byte).toString();
  return placeAt(text, before.length);
}

/** Postgres counts characters, from 1. */
export function placeAtCharacter(text: string, position: number): Place {
  return placeAt(text, [...text].slice(0, position - 1).join("").length);
}

export function where({ line, column }: Place): string {
  return line === 1 ? `Column ${column}` : `Line ${line}, column ${column}`;
}
