const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A half-open range as people say it: "from 12 to 18 Oct 2026", "in September 2026", "since 1 Oct 2026". */
export function periodText(from: string | undefined, to: string | undefined, zone: string): string {
  const [start, end] = [from && dayStart(from, zone), to && dayStart(to, zone)];
  if (from && to) {
    if (start && end) return daysText(start, shifted(end, -1));
    return instantsText(from, to, zone);
  }
  if (from) return `since ${momentText(from, zone)}`;
  return to ? `before ${momentText(to, zone)}` : "at any time";
}

function instantsText(from: string, to: string, zone: string): string {
  const [a, b] = [local(from, zone), local(to, zone)];
  if (a.date === b.date) return `on ${dayText(a.date)} from ${a.time} to ${b.time}`;
  return `from ${momentText(from, zone)} to ${momentText(to, zone)}`;
}

/** A day as it is, an instant with its time of day in the zone. */
export function momentText(moment: string, zone: string): string {
  const day = dayStart(moment, zone);
  if (day) return dayText(day);
  const { date, time } = local(moment, zone);
  return `${dayText(date)} ${time}`;
}

function daysText(first: string, last: string): string {
  if (first === last) return `on ${dayText(first)}`;
  const [a, b] = [parts(first), parts(last)];
  const isWholeMonths = a.day === 1 && parts(shifted(last, 1)).day === 1;
  const isOneYear = a.year === b.year;
  if (isWholeMonths && isOneYear && a.month === b.month) {
    return `in ${MONTH_NAMES[a.month]} ${a.year}`;
  }
  if (isWholeMonths && isOneYear && a.month === 0 && b.month === 11) return `in ${a.year}`;
  const isOneMonth = isOneYear && a.month === b.month;
  const start = isOneMonth
    ? `${a.day}`
    : isOneYear
      ? `${a.day} ${MONTHS[a.month]}`
      : dayText(first);
  return `from ${start} to ${dayText(last)}`;
}

function dayText(day: string): string {
  const { year, month, day: date } = parts(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

function parts(day: string): { year: number; month: number; day: number } {
  const at = new Date(`${day}T00:00:00Z`);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), day: at.getUTCDate() };
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day that begins at this moment in the zone; null in the middle of a day. */
function dayStart(moment: string, zone: string): string | null {
  if (DAY.test(moment)) return moment;
  const { date, time } = local(moment, zone);
  return time === "00:00" ? date : null;
}

function local(moment: string, zone: string): { date: string; time: string } {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(moment));
  const [date = "", time = ""] = text.split(" ");
  return { date, time };
}
