const VALUE_MAX_CHARS = 100;

/** Why a row was not loaded: the column's name as the file has it, the cell, and a sentence. */
export interface Problem {
  readonly field: string;
  readonly value: string;
  readonly reason: string;
}

export function problemOf(field: string, value: string, reason: string): Problem {
  const shown = value.length > VALUE_MAX_CHARS ? `${value.slice(0, VALUE_MAX_CHARS)}…` : value;
  return { field: field.slice(0, VALUE_MAX_CHARS), value: shown, reason };
}
