const HIDDEN = "[hidden]";

/** What looks like a secret, wherever it stands. */
const SECRETS: readonly RegExp[] = [
  /\b(?:simon|sk|pk|xox[a-z]|gh[a-z])[_-][\w-]{12,}/g,
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=-]{6,}/gi,
  /(?<=:\/\/[^:/\s@]{0,80}:)[^@\s/]+(?=@)/g,
  /(?<=\b(?:password|passwd|secret|token|api[_-]?key|authorization|cookie|client_secret)["']?\s*[:=]\s*["']?)[^\s"',;}&]{3,}/gi,
];

const SECRET_NAME = /password|passwd|secret|token|api_?key|authorization|cookie|credential/i;

export function redactText(text: string): string {
  return SECRETS.reduce((left, secret) => left.replace(secret, HIDDEN), text);
}

/** A logged value without what is called or looks like a secret. */
export function redact(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (Array.isArray(value)) return value.map(redact);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      SECRET_NAME.test(name) ? HIDDEN : redact(one),
    ]),
  );
}
