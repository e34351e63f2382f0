import { table } from "../text/table.ts";

/** What people say for the places where alert rules notify; other places are known by their own names. */
export const CHANNEL_WORDS = table({
  email: "email | e mail | mail | emails | mails",
  pager: "pager | beeper | pagerduty | page | pages | paging | pager duty | on call pager",
  slack: "slack | slack channel",
  sms: "text message | sms",
  teams: "ms teams | microsoft teams",
  webhook: "webhook | web hook | http callback",
});
