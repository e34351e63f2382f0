/** At most a year and a bit of history is read: older days say little, and the memory is reserved once. */
export const HISTORY_DAYS = 392;
export const HORIZON_DAYS = 90;
