/** "The current IMEI": only that one is kept; "current tickets" may be open ones. */
export function isPresent(words: readonly string[], at: number): boolean {
  return /^(?:current|present)$/.test(words[at] ?? "") && OF_NOW.has(words[at + 1] ?? "");
}

const OF_NOW = new Set(
  "imei imsi msisdn ip status state plan tariff rate operator network carrier country rat technology customer owner label name firmware".split(
    " ",
  ),
);
