/** The mark: signal bars on a card with a cut corner. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      <path d="M6 2h9l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Z" fill="var(--accent)" />
      <path
        d="M8.5 17.5v-3M12 17.5v-6M15.5 17.5v-9"
        stroke="var(--accent-fg)"
        strokeWidth="2"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
