export function printStep(text: string): void {
  console.log(text);
}
