/** Has the browser fetch a file of our own; `fileName` for one that it holds already. */
export function download(href: string, fileName = ""): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = fileName;
  link.click();
}

/** Of an address of our own: whatever name this page was reached by, its session holds there. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url, "http://here");
  return `${pathname}${search}`;
}
