/** Whose way of writing numbers and dates a person can choose, as BCP 47 tags. */
export const FORMATS = ["en-GB", "en-US", "de-DE"] as const;
