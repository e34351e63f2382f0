export const ANY_STATUS = "open,confirmed,dismissed,snoozed";

/** Each empty for any; as status, for those that are open. */
export const ANY = { status: "", kind: "", severity: "", customer: "" };
export type AnomalyChoice = Readonly<typeof ANY>;
