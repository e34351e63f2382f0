import { type Change, phrasal, verb } from "./change.ts";

const status = (value: string, does: string, patterns: readonly RegExp[]): Change => ({
  tool: "set_sim_status",
  target: "sims",
  input: { status: value },
  patterns,
  does,
});

const STOP =
  "suspend|block|pause|lock|freeze|bar|disable|stop|kill|halt|quarantine|ban|park|blacklist|shut|cut";
const FOR_GOOD = "for good|permanently|for ever|forever|once and for all";

/** The status of SIMs. "for good" makes a stop a deactivation. */
export const STATUS_CHANGES: readonly Change[] = [
  status("deactivated", "Deactivate", [
    verb(
      "deactivate|de-activate|terminate|retire|decommission|cancel|scrap|permanently (?:disable|block|suspend|close)|take out of service",
    ),
    ...phrasal("close|shut|wind", "down for good"),
    new RegExp(
      `^(?:${STOP}|turn off|switch off|shut down)\\b(?<object>.*?)(?: off| down)? (?:${FOR_GOOD})\\b`,
      "is",
    ),
    ...phrasal("take|pull", "out of service|out of operation"),
  ]),
  status("suspended", "Suspend", [
    verb(STOP),
    ...phrasal(
      "turn|switch|cut|shut|take|knock|kick|pull|put|place|bring",
      "off|down|offline|on hold|on ice|to sleep|off the network|off the air|on pause|into quarantine|in quarantine",
    ),
    verb("pull the plug on|put a (?:block|hold|stop) on|put the brakes on"),
  ]),
  status("inactive", "Set to inactive", [
    verb("inactivate"),
    ...phrasal("make|render", "inactive"),
  ]),
  status("active", "Activate", [
    verb(
      "activate|re-?activate|re activate|resume|unblock|un-?suspend|un suspend|enable|re-?enable|unlock|unfreeze|unpause|unbar|unpark|revive|restore|wake|release",
    ),
    ...phrasal(
      "turn|switch|bring|put|get|take|wake|start|make",
      "on|back on|back|running|running again|going again|working again|up and running|up and running again|back up and running|back online|back up|online|live|active|up|back to life|back in service|back into service|off hold|out of suspension|up again|on again|active again",
    ),
    verb("lift the (?:block|suspension|hold|ban) (?:on|of|from|for)"),
  ]),
];
