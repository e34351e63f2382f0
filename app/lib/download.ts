/** Has the browser fetch a file of our own; `fileName` for one that it holds already. */
export function download(href: string, fileName = ""): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = fileName;
  link.click();
}

/** Hands what the page itself made to the browser as a download. */
export function downloadBlob(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  download(url, fileName);
  URL.revokeObjectURL(url);
}

export function downloadText(fileName: string, text: string, type: string): void {
  downloadBlob(fileName, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** Of an address of our own: whatever name this page was reached by, its session holds there. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url, "http://here");
  return `${pathname}${search}`;
}
