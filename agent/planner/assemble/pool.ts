import { type Item, type ItemOf, type Sem, unbundled } from "../parse/items.ts";

const LIGHT = new Set<Sem["cat"]>(["word", "filler", "ask", "by", "unit", "versusword"]);

/** Light words that say which rows are meant; with nothing to bear on, they were not understood. */
const RESTRICTING = new Set<ItemOf<"word">["word"]>([
  "without",
  "chance",
  "first_time",
  "own_average",
  "nothing",
  "tagged",
  "unused",
  "valid",
  "gone",
  "excluded",
  "thatTime",
]);

/** Words that only join others; any other has to be heeded by something. */
const HARMLESS = new Set<ItemOf<"word">["word"]>([
  "and",
  "or",
  "is",
  "with",
  "have",
  "only",
  "pronoun",
  "of",
  "also",
  "to",
  "took",
  "whichDay",
  "expected",
]);

/** The items of a question, taken out one after the other; what nobody took was not understood. */
export class Pool {
  #items: Item[];
  readonly #heeded = new Set<Item>();

  constructor(items: readonly Item[]) {
    this.#items = unbundled(items);
  }

  peek<C extends Sem["cat"]>(cat: C, test: (item: ItemOf<C>) => boolean = () => true): ItemOf<C>[] {
    return this.#items.filter(
      (item): item is ItemOf<C> => item.cat === cat && test(item as ItemOf<C>),
    );
  }

  take<C extends Sem["cat"]>(cat: C, test?: (item: ItemOf<C>) => boolean): ItemOf<C>[] {
    const taken = this.peek(cat, test);
    this.#items = this.#items.filter((item) => !taken.includes(item as ItemOf<C>));
    return taken;
  }

  drop(item: Item): void {
    this.#items = this.#items.filter((other) => other !== item);
  }

  put(...items: Item[]): void {
    this.#items.push(...items);
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  asks(what: ItemOf<"ask">["what"]): ItemOf<"ask"> | undefined {
    return this.peek("ask", (item) => item.what === what)[0];
  }

  has(word: ItemOf<"word">["word"]): boolean {
    const found = this.peek("word", (item) => item.word === word);
    for (const item of found) this.#heeded.add(item);
    return found.length > 0;
  }

  /** Content that nothing has used. */
  left(): Item[] {
    return this.#items.filter(
      (item) =>
        !LIGHT.has(item.cat) ||
        (item.cat === "word" &&
          (RESTRICTING.has(item.word) || (!HARMLESS.has(item.word) && !this.#heeded.has(item)))),
    );
  }
}
