/** Regular forms of English verbs beside irregular ones that are listed: `try` → try, tries, tried, trying. */
export function inflected(regular: string, irregular: string): string[] {
  return [...regular.split(/\s+/).flatMap(forms), ...irregular.split(/\s+/)];
}

const VOWELS = /[aeiou]/;

function forms(verb: string): string[] {
  const last = verb.at(-1) ?? "";
  const before = verb.at(-2) ?? "";
  if (last === "e") return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (last === "y" && !VOWELS.test(before))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const doubled =
    verb.length <= 4 && VOWELS.test(before) && !VOWELS.test(last) && !/[wxy]/.test(last)
      ? `${verb}${last}`
      : verb;
  const third = /(s|x|ch|sh|z)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${verb}ed`, `${verb}ing`, `${doubled}ed`, `${doubled}ing`];
}
