// Ways of writing a sentence that people do not read and models do.

export const base64 = (text: string) => Buffer.from(text).toString("base64");

export const hex = (text: string) => Buffer.from(text).toString("hex");

export function base32(text: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)])
    .join("");
}

export function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const first = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}

export const leet = (text: string) =>
  replaceLetters(text, { a: "4", e: "3", i: "1", o: "0", s: "5", t: "7" });

/** Letters of other alphabets that look the same. */
export const homoglyphs = (text: string) =>
  replaceLetters(text, {
    a: "а",
    c: "с",
    e: "е",
    o: "о",
    p: "р",
    s: "ѕ",
    x: "х",
    A: "Α",
    S: "Ѕ",
    I: "І",
    M: "Μ",
  });

export const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** In characters of the block Tags, which no font shows. */
export const tagged = (text: string) =>
  String.fromCodePoint(...[...text].map((letter) => 0xe0000 + letter.charCodeAt(0)));

/** With characters of no width between the letters. */
export const zeroWidth = (text: string) => [...text].join("\u200b");

function replaceLetters(text: string, by: Readonly<Record<string, string>>): string {
  return [...text].map((letter) => by[letter] ?? letter).join("");
}
