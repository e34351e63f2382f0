import { MessageSquare } from "lucide-react";
import { AskLink } from "#app/components/ask-link.tsx";
import { AttentionCard } from "#app/components/overview/attention-card.tsx";

const questionsAbout = (customer: string) => [
  `How much data did ${customer} use per week over the last 90 days?`,
  `Which SIMs of ${customer} have not been seen for a week?`,
  `Data usage of ${customer} this month compared with last month`,
  `How many SIMs of ${customer} are there per country?`,
  `Which tickets of ${customer} are open?`,
];

/** What is often asked of a customer; each leads to its answer. */
export function QuestionsAbout({ customer }: { readonly customer: string }) {
  return (
    <AttentionCard title="Often asked" rows={questionsAbout(customer)} none="">
      {(question) => (
        <li key={question} className="px-4 py-2">
          <AskLink question={question} className="flex items-baseline gap-2">
            <MessageSquare aria-hidden className="size-3.5 shrink-0 self-center text-muted" />
            {question}
          </AskLink>
        </li>
      )}
    </AttentionCard>
  );
}
