export type { ChatMessage } from "#domain/threads/thread.ts";
