import type { UIMessage } from "ai";

/** Kept in the database as it is; `followUps` are questions that the answer suggests. */
export type ChatMessage = UIMessage<{ followUps?: string[] }>;
