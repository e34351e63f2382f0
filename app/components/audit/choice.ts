/** Each empty for any. */
export const ANY = {
  actor: "",
  action: "",
  channel: "",
  resource_id: "",
  /** UTC days, both included. */
  from: "",
  to: "",
};
export type AuditChoice = Readonly<typeof ANY>;
