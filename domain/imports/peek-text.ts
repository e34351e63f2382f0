/** The first characters of a stream, and the stream as if nobody had looked. */
export async function peekText(
  text: AsyncIterable<string>,
  chars: number,
): Promise<{ head: string; all: AsyncIterable<string> }> {
  const iterator = text[Symbol.asyncIterator]();
  let head = "";
  while (head.length < chars) {
    const next = await iterator.next();
    if (next.done) break;
    head += next.value;
  }
  return { head: head.slice(0, chars), all: replay(head, iterator) };
}

async function* replay(head: string, iterator: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head;
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value;
  } finally {
    await iterator.return?.();
  }
}
