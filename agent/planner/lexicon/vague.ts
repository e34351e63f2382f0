/** Words that need a meaning first. Each option is a question; {noun} is what was asked about. */
export interface Vague {
  readonly topic: string;
  /** Asks for one end of a ranking, once it is known by which figure. */
  readonly superlative?: boolean;
  readonly say: string;
  readonly question: string;
  readonly options: readonly string[];
}

export const VAGUE: readonly Vague[] = [
  {
    topic: "bad",
    say: "should worry | should worry me | should worry us | should concern | should concern us | should concern me | need to worry about | should worry about | have to worry about | need worrying about | keep an eye on | need watching | need my attention | need our attention | need attention | needs attention | deserve attention | deserve a look | need a closer look | needs a closer look | deserve a closer look | worth a closer look | need a look | worth worrying about | worrying | bad | worst | problematic | problem | problems | bad ones | broken | faulty | trouble | troubled | trouble makers | misbehaving | unhealthy | wrong | suspicious | weird | odd | strange | funny | crazy | rogue | doubtful | abnormal | interesting | naughty | poorly | struggling | sick | naughty ones | concerning ones | red flag | hiccup | glitch | outage | downtime | disruption | malfunction | mishap | disturbance | trouble spot | concern | concerns | needs my attention | needs our attention | deserves attention | requires attention | require attention | needs looking at | need looking at | still burning | on fire | offender | troublemaker | worry me | worry us | cause for concern | out of the ordinary | out of order | acting up | playing up | misbehave | misbehaves | misbehaved | gone haywire | on the blink | kaput | knackered | borked | dodgy | flaky | iffy | fishy | shaky | in trouble | in bad shape",
    question: "What should count as bad here?",
    options: [
      "Which SIMs have open alerts?",
      "Which SIMs had anomalies in the last 7 days?",
      "Which SIMs have not been seen for more than 3 days?",
      "Which SIMs have used more than 90% of their data quota?",
    ],
  },
  {
    topic: "stale",
    say: "stale | dead | zombie | idle | unused | dormant | lazy | forgotten | orphaned | sleeping | ghost | unresponsive | not working | lost | gathering dust | lying around | lying idle | sitting idle | doing nothing | do nothing | does nothing | abandoned | mothballed | stray | gone cold | gone to sleep | asleep | hibernating | moribund | ghosts | nobody uses any more",
    question: "What should count as that: not seen, or no traffic, and for how long?",
    options: [
      "Which SIMs have not been seen for more than 7 days?",
      "Which SIMs have not been seen for more than 30 days?",
      "Which active SIMs had no traffic in the last 30 days?",
    ],
  },
  {
    topic: "chatty",
    say: "chatty | noisy | talkative | hungry | greedy | heavy | gluttonous | demanding | bandwidth hungry | power user",
    question: "Chatty by what: data volume or connection events?",
    options: [
      "Top 10 SIMs by data usage in the last 7 days",
      "Top 10 SIMs by connection events in the last 7 days",
      "Top 10 SIMs by SMS in the last 7 days",
    ],
  },
  {
    topic: "chatty",
    superlative: true,
    say: "chattiest | noisiest | loudest | most talkative | most noisy | most chatty | making the most noise | makes the most noise | make the most noise | made the most noise | most trigger happy",
    question: "Chatty by what: data volume or connection events?",
    options: [
      "Top 10 SIMs by data usage in the last 7 days",
      "Top 10 SIMs by connection events in the last 7 days",
    ],
  },
  {
    topic: "doing",
    say: "doing | how is it going | it going | going on | looking good | performing | performance | behaving | going well | how are things | health | healthy | normal | fine | good | best | great",
    question: "Which figure do you want to see?",
    options: [
      "Data usage per customer last month",
      "Open tickets per customer",
      "Open alerts per customer",
      "Average churn probability per customer",
    ],
  },
  {
    topic: "online",
    say: "misconnected | working | functioning | operational | alive",
    question: "Seen within how long? A SIM is only known by when the network last saw it.",
    options: [
      "How many SIMs were seen in the last 24 hours?",
      "Which SIMs were not seen in the last 24 hours?",
      "How many SIMs were seen in the last hour?",
    ],
  },
  {
    topic: "limit",
    say: "limit | limits | threshold | cap",
    question: "Which limit do you mean?",
    options: [
      "Which SIMs have used more than 90% of their data quota?",
      "Which SIMs have less than 10 SMS left?",
      "List the alert rules",
    ],
  },
  {
    topic: "expensive",
    say: "expensive | costly | cheap",
    question: "Cost in which sense?",
    options: [
      "List the rate plans by monthly price",
      "Monthly fee by customer",
      "SIMs that used more last month than their plan includes",
    ],
  },
  {
    topic: "other",
    say: "other one | other ones | others | the rest | remaining ones | else",
    question: "Which other ones do you mean?",
    options: [
      "Bottom 10 SIMs by data usage last week",
      "Top 10 SIMs by data usage this week",
      "How many SIMs are there by status?",
    ],
  },
  {
    topic: "recent",
    say: "recent | recently | lately | soon | a while | long time | a long time | old | for ages | few days | couple of days | often | frequently | rarely | near | close to | almost | nearly | few | several | lots of | a lot of | a lot | large | big | huge | small | little",
    question: "How long, or how much, exactly?",
    options: [
      "Which SIMs have not been seen for more than 7 days?",
      "Which SIMs used more than 1 GB last month?",
      "How many alerts were triggered in the last 7 days?",
    ],
  },
  {
    topic: "same_day",
    say: "resolved the same day | closed the same day | solved the same day | resolved on the same day | closed on the same day | same day resolution | delivered the same day | next business day | office hours | business hours | working hours | out of hours | after hours | after work",
    question: "Between which hours, or within how many?",
    options: [
      "Tickets resolved within 24 hours",
      "Audit entries between 18:00 and 07:00 last week",
      "Percentage of tickets resolved within 24 hours last month",
    ],
  },
  {
    topic: "of_ranked",
    say: "",
    question:
      "Of those that were ranked, a part cannot be picked: conditions come before the ranking. Which SIM or customer do you mean?",
    options: [],
  },
  {
    topic: "who",
    say: "",
    question: "Who did what: which change, and in which period?",
    options: ["Changes per person last week", "Who suspended SIMs last week?"],
  },
  {
    topic: "each_or_all",
    say: "",
    question: "All of them together, or each by itself?",
    options: [],
  },
];
