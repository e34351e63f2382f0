import { z } from "zod";

/** A list as the library keeps it: as JSON in a JSON string, which the driver takes apart once. */
export const StoredList = z.preprocess(
  (value) => (typeof value === "string" ? JSON.parse(value) : value),
  z.array(z.string()),
);
