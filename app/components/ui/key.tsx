/** A key to press, where a text tells of it. */
export function Key({ children }: { readonly children: string }) {
  return (
    <kbd className="rounded-sm border border-line-strong px-1 font-mono text-xs text-fg">
      {children}
    </kbd>
  );
}
