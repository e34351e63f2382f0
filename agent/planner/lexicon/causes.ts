/** A cause as networks word it, and what people call it; the fleet's own causes are known word for word. */
export interface CauseWords {
  readonly cause: string;
  readonly say: string;
}

export const CAUSES: readonly CauseWords[] = [
  {
    cause: "authentication failure",
    say: "authentication failure | auth failure | auth fail | auth error | authentication error | authentication problem | authentication issue | failed authentication | failed auth | failing authentication | authentication failed | failed to authenticate | failing to authenticate | could not authenticate | wrong authentication | authentication reject | authentication rejected | auth reject",
  },
  {
    cause: "illegal device",
    say: "illegal device | illegal handset | illegal equipment | illegal imei | illegal hardware | unlawful device | blacklisted device",
  },
  {
    cause: "congestion",
    say: "congestion | congested | network congestion | congested network | congested cell | overload | overloaded | network overload | network overloaded",
  },
  {
    cause: "network failure",
    say: "network failure | network fail | network fault | network error | network failed | failure of the network | failing network",
  },
  {
    cause: "no suitable cells in tracking area",
    say: "no suitable cell | no suitable cells in tracking area | no suitable cells in the tracking area | no suitable cell in tracking area | lack of suitable cells | without suitable cells",
  },
  {
    cause: "PLMN not allowed",
    say: "plmn not allowed | plmn reject | plmn rejection | plmn forbidden | forbidden plmn | disallowed plmn | plmn barred | network not allowed | operator not allowed | plmn",
  },
  {
    cause: "roaming not allowed in this area",
    say: "roaming not allowed | roaming not allowed in this area | roaming forbidden | roaming not permitted | roaming denied | roaming barred | roaming barring | roaming restriction | no roaming allowed | not allowed to roam | not permitted to roam | roaming disallowed | forbidden roaming",
  },
  {
    cause: "SIM suspended",
    say: "because of being suspended | because they are suspended | because it is suspended | because they were suspended | because it was suspended | for being suspended | due to being suspended | due to suspension | because of suspension | because of a suspension | because of their suspension | because sim suspended | because the sim is suspended | because the sim was suspended | because the card was suspended | because the card is suspended",
  },
  {
    cause: "SIM not active",
    say: "because of not being active | because they are not active | because it is not active | because the sim is not active | because the sim was not active | because the card is not active | because the card was not active | for not being active | because sim not active | due to not being active",
  },
  {
    cause: "coverage lost",
    say: "coverage lost | coverage loss | lost coverage | loss of coverage | losing coverage | lose coverage | loses coverage | coverage got lost | coverage was lost | coverage get lost | out of coverage | no coverage | lack of coverage | lost signal | signal lost | signal loss | loss of signal | lost the signal | lost their coverage | lost its coverage | coverage drop | coverage dropped | coverage hole | coverage gap",
  },
  {
    cause: "power off",
    say: "power off | powered off | powering off | power offs | power down | powered down | power loss | lost power | loss of power | power cut | power lost | power failure",
  },
  {
    cause: "device restart",
    say: "device restart | restart | restarted | restarting | reboot | rebooted | rebooting | device reboot | power cycle | power cycled | restart of the device | reboot of the device",
  },
  {
    cause: "implicit detach",
    say: "implicit detach | implicitly detached | implicit detachment | detached implicitly",
  },
  {
    cause: "network changed",
    say: "network changed | network change | changed network | changed the network | change network | changes network | changing network | changed their network | changed its network | network hop | network hopping | hopped network | hopped between networks | hop network | hopping network | hopped from network to network | network switch | switched network | switch network | switching network | switches network | swapped network | swap network | jumped network | jumped between networks | bounced between networks | carrier change | changed carrier | changed operator | operator change | switched carrier | switched operator | moved to another network | moved to another operator | hopped operator | hopped carrier | changed from one network to another | network reselection | reselected network | flipped network | flapped between networks | jumped from network to network",
  },
  {
    cause: "initial attach",
    say: "initial attach | initial attachment | initial registration | first registration | initially attached",
  },
  {
    cause: "normal release",
    say: "normal release | released normally | ended normally | normally ended | normally released | normal end | normal termination | terminated normally | clean release | ended cleanly | closed normally | clean end",
  },
  {
    cause: "inactivity timer",
    say: "inactivity timer | inactivity timeout | inactivity time out | inactivity | idle timer | idle timeout | ended for inactivity | timed out for inactivity",
  },
  {
    cause: "radio link failure",
    say: "radio link failure | radio failure | radio link fail | radio link failed | radio link error | radio link lost | radio link loss | lost radio link | lost the radio link | rlf | radio link problem",
  },
  {
    cause: "lost carrier",
    say: "lost carrier | carrier lost | carrier loss | loss of carrier | lost the carrier",
  },
];
