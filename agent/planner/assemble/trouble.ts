/** Why a question cannot be turned into a query. `topic` chooses the options that are offered, beside its own. */
export class Trouble extends Error {
  readonly topic: string;
  /** Whole questions to choose from; those that cannot be answered are left out. */
  readonly options: readonly string[];
  constructor(message: string, topic = "", options: readonly string[] = []) {
    super(message);
    this.topic = topic;
    this.options = options;
  }
}
