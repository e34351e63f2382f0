/** Verbs of requests that a misspelt word may be meant for. */
export const ACTION_WORDS: readonly string[] =
  "activate reactivate deactivate suspend resume block unblock disable enable acknowledge resolve close reopen assign remove terminate recharge create cancel upgrade downgrade transfer reconnect rename reset terminate decommission migrate escalate".split(
    " ",
  );

/** Words of requests that are never taken for misspelt ones; they are too short or too rare to be guessed at. */
export const ACTION_JARGON: readonly string[] =
  "ack acked bar bounce bump cap chuck cut drop dump export fire flag freeze gift grant hand halt hold import inactivate kick kill lift load log mark mute pause park ping plug pop pull push put quarantine raise refill rid refresh register reboot relabel retire revive route scrap send shift shut sign slap stick strip swap switch sync tag tick top transmit turn unbar unfreeze unlock unmute unpark unpause unsuspend untag wake wipe".split(
    " ",
  );
