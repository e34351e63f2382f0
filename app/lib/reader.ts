/** How the signed-in person reads numbers and times; undefined where they leave it to their browser. */
interface Reader {
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

/** Of this tab. On the server, which has many readers at once, always nobody's. */
let reader: Reader = { locale: undefined, timeZone: undefined };

export function readAs(person: Reader): void {
  if (typeof window !== "undefined") reader = person;
}

export function readersLocale(): string | undefined {
  return reader.locale;
}

/** The zone of the times that are shown. */
export function shownZone(): string | undefined {
  return reader.timeZone;
}

/** The zone in which "yesterday" and "last week" are meant. */
export function readersZone(): string {
  return reader.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
