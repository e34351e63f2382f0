/** The names that an organisation's own data holds: what the planner can recognise in a question. */
export interface Gazetteer {
  readonly organizationName: string;
  readonly customers: readonly string[];
  readonly operators: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly ratePlans: readonly string[];
  readonly tags: readonly string[];
  readonly teams: readonly string[];
  readonly rules: readonly string[];
  /** Who changed, acknowledged or was given something: e-mail addresses, and names of keys. */
  readonly actors: readonly string[];
  /** Causes of connection events, as the network words them. */
  readonly causes: readonly string[];
  /** Where alert rules notify. */
  readonly notificationChannels: readonly string[];
  /** Device names without a digit, or all of them in a small fleet. */
  readonly labels: readonly string[];
  /** The forms that device names take, digits written as 9: `VC-99999`. */
  readonly labelShapes: readonly string[];
  /** Lists of SIMs that people brought along. */
  readonly lists?: readonly string[] | undefined;
  /** What the devices are called (from their names), with the tag that all of them carry. */
  readonly devices: readonly { readonly name: string; readonly tag: string }[];
}

export const emptyGazetteer: Gazetteer = {
  organizationName: "",
  customers: [],
  operators: [],
  countries: [],
  ratePlans: [],
  tags: [],
  teams: [],
  rules: [],
  actors: [],
  causes: [],
  notificationChannels: [],
  labels: [],
  labelShapes: [],
  devices: [],
};
