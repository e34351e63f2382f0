/** Why a question cannot be turned into a query. `topic` chooses the options that are offered. */
export class Trouble extends Error {
  readonly topic: string;
  constructor(message: string, topic = "") {
    super(message);
    this.topic = topic;
  }
}
