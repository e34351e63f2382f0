/** The check digit of `digits` by the Luhn formula (ITU-T E.118, ISO/IEC 7812-1). */
export function luhnDigit(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighed = i % 2 === 0 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return (10 - (sum % 10)) % 10;
}

/** Whether the last digit is the check digit of those before it. */
export function passesLuhn(digits: string): boolean {
  return digits.at(-1) === String(luhnDigit(digits.slice(0, -1)));
}
