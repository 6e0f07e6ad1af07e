/** An edited report of nothing, whole by the content schema, with one exposure for all of its week. */
export function editedSample(slug: string, code: string, exposure: number): object {
  const title = slug.replaceAll('-', ' ');
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const shares = [20, 20, 20, 20, 10, 10];
  const level = Object.fromEntries(ids.map((id, index) => [id, shares[index]]));
  const sentence = 'Words that say little.';
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    plural: `${title}s`,
    code,
    sector: 'office',
    aliases: [],
    titles: [],
    updated: '2026-11',
    answer: sentence,
    summary: [sentence, sentence],
    barriers: { months: 3, note: sentence },
    adoption: sentence,
    tasks: ids.map((id, index) => ({
      ...{ id, name: `Task ${id}`, involves: sentence, share: shares[index], exposure },
      ...{ exposureIn5Years: exposure + 5, sd: 8, activity: '4.A.1.a.1', rubric: sentence, tools: [] },
    })),
    gains: ['one', 'two'].map((id) => ({
      ...{
        id,
        name: `More of ${id}`,
        how: sentence,
        gain: 30,
        needs: sentence,
        tools: [{ name: 'A tool', checked: '2026-11' }],
      },
    })),
    seniority: { junior: level, mid: level, senior: level },
    timeline: ['past', 'now', 'next'].map((phase, index) => ({
      ...{ phase, from: 2020 + index, to: 2020 + index, title: 'A time', text: sentence },
    })),
    pivots: ['4500', '4501', '4502'].map((group) => ({ slug: `hand-of-${group}`, why: sentence })),
    faq: Array.from({ length: 4 }, (_, index) => ({ question: `Question ${index}?`, answer: sentence })),
  };
}
