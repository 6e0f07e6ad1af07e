import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import { Catalogue } from '../catalogue.js';
import type { SearchAnswerKind } from '../model/index.js';

/** A search as somebody typed it, with the groups of SOC 2020 that would be right. */
interface Query {
  readonly q: string;
  readonly right: readonly string[];
  readonly kind: 'title' | 'typo' | 'phrase' | 'employer' | 'status' | 'nonsense';
  readonly answer?: SearchAnswerKind;
}

const queriesOf = (name: string): Query[] =>
  parse(readFileSync(projectPath(`libs/occupations/content/search/${name}`), 'utf8')) as Query[];
const QUERIES = queriesOf('search-queries.yaml');
/** Written afterwards, and not used to better the search. */
const MORE_QUERIES = queriesOf('more-search-queries.yaml');

describe('three hundred searches as people in the UK type them', () => {
  const catalogue = Catalogue.load();

  /** True when the page answers for a right group: it is one, is in one, or stands for one. */
  const isRight = (slug: string, right: readonly string[]): boolean => {
    const code = catalogue.bySlug(slug)?.code ?? '';
    return right.some((group) => code === group || code.slice(0, 4) === group || code === group.slice(0, 4));
  };
  const wrong = (queries: readonly Query[]): string[] =>
    queries.flatMap(({ q, right, answer }) => {
      const found = catalogue.find(q, 3);
      const good = found.answer === answer || found.hits.some(({ slug }) => isRight(slug, right));
      return good
        ? []
        : [`“${q}” is ${found.answer}: ${found.hits.map(({ slug }) => slug).join(', ') || 'nothing'}`];
    });

  it('asks three hundred different ones, each with a right answer', () => {
    expect(new Set(QUERIES.map(({ q }) => q)).size).toBe(300);
    expect(QUERIES.filter(({ right, answer }) => right.length === 0 && answer === undefined)).toEqual([]);
  });

  it('has a right one among the first three, or says what else the words are, for 97 in a hundred', () => {
    const failures = wrong(QUERIES);
    if (failures.length > 0.03 * QUERIES.length) throw new Error(failures.join('\n'));
  });

  it('does so for nine in ten of those it was not made by', () => {
    const failures = wrong(MORE_QUERIES);
    if (failures.length > 0.1 * MORE_QUERIES.length) throw new Error(failures.join('\n'));
  });

  it.each(['status', 'nonsense'] as const)('never answers a %s with jobs that are not meant', (kind) => {
    expect(wrong(QUERIES.filter((query) => query.kind === kind))).toEqual([]);
  });

  it.each([
    ['Tesco', 'retail-assistant'],
    ['I work at Tesco', 'retail-assistant'],
    ['Care home', 'care-worker'],
  ])('says that “%s” is no job and shows what people do there', (words, first) => {
    const { answer, note, hits } = catalogue.find(words);
    expect(answer).toBe('place');
    expect(hits[0]?.slug).toBe(first);
    expect(note?.heading).toContain(words);
  });

  it.each([
    ['chef at Wetherspoons', 'chef'],
    ['manager at Tesco', 'store-manager'],
  ])('looks for the job that is named beside an employer: %s', (words, first) => {
    const { answer, hits } = catalogue.find(words);
    expect(answer).toBe('jobs');
    expect(hits[0]?.slug).toBe(first);
  });

  it('knows large employers by name even where it does not know what people do there', () => {
    const single = catalogue.dataset.employers.filter(({ name }) => /^[A-Z]{9,} LIMITED$/.test(name));
    const answers = single.map(
      ({ name }) => catalogue.find(name.replace(' LIMITED', '').toLowerCase()).answer,
    );
    expect(answers.filter((answer) => answer === 'place').length).toBeGreaterThan(answers.length / 2);
    expect(answers).not.toContain('nothing-close');
  });

  it('shows the work of carers and says what is true of those who care at home', () => {
    const found = catalogue.find('carer');
    expect(found.note?.heading).toMatch(/care for somebody at home/);
    expect(found.hits[0]?.slug).toBe('care-worker');
  });

  it('shows nothing rather than what only looks alike', () => {
    for (const words of ['purple', 'banana sandwich', 'my cat', 'chocolate teapot'])
      expect(catalogue.find(words)).toEqual({ answer: 'nothing-close', hits: [] });
  });

  it('still finds kinds of work beside words it does not know', () => {
    expect(catalogue.find('xqzt editor').hits.length).toBeGreaterThan(0);
  });
});
