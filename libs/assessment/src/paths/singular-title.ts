/** Nouns whose singular the rule does not find. */
const IRREGULAR: Readonly<Record<string, string>> = {
  staff: 'member of staff',
  clergy: 'member of the clergy',
};

/** A trade in the singular: "Welders, cutters and solderers" is "Welder, cutter or solderer"; what is singular stays. */
export function singularTitle(title: string): string {
  // "University lecturers in nursing": what comes after only says which.
  const [, head, rest] = /^(.+?)( (?:in|of|for|at) .+)$/.exec(title) ?? [];
  if (head !== undefined && rest !== undefined) return singularTitle(head) + rest;
  const parts = title.split(/(, | and )/);
  const names = parts.filter((_part, index) => index % 2 === 0);
  const each = names.map(singularOfLast);
  // Where only the last is a plural, the others describe it: "heating and refrigeration engineers".
  const plural = names.map((name, index) => name !== each[index]);
  if (plural.filter(Boolean).length < names.length)
    return parts.map((part, index) => (index === parts.length - 1 ? singularOfLast(part) : part)).join('');
  return parts
    .map((part, index) => (index % 2 === 0 ? singularOfLast(part) : part.replace('and', 'or')))
    .join('');
}

function singularOfLast(name: string): string {
  return name.replace(/(\p{L}+)$/u, (word) => {
    const known = IRREGULAR[word.toLowerCase()];
    if (known) return known;
    if (/mechanics$/i.test(word)) return word.slice(0, -1);
    if (/(ss|us|is|ics|ness|sales|operations|sciences|systems|services)$/i.test(word)) return word;
    if (/ies$/i.test(word)) return `${word.slice(0, -3)}y`;
    if (/(ch|sh|x|ss)es$/i.test(word)) return word.slice(0, -2);
    if (/men$/.test(word) && !/women$/.test(word)) return `${word.slice(0, -2)}an`;
    return word.replace(/s$/, '');
  });
}
