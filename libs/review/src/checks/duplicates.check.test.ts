import type { CheckFacts, RecentDraft } from './check-facts.js';
import type { CheckResult } from './check-result.js';
import { duplicates } from './duplicates.check.js';

const TEXT = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');

/** A draft of which only page 2 says anything: why this work leads to that one. */
const draft = (work: string, target: string, text = TEXT): RecentDraft => ({
  reference: `PW-${work}-${target}`,
  about: { 2: `${work}|${target}` },
  pages: { 2: text },
});

/** What is found of a nurse's draft that leads to teaching. */
function found(...recent: RecentDraft[]): CheckResult {
  const snapshot = {
    occupation: { slug: 'nurse', title: 'Nurse' },
    recommended: 'path',
    paths: [{ slug: 'teacher', why: [] }],
    reasons: [TEXT],
    plan: { weeks: [], plans: { a: '', b: '' } },
  };
  return duplicates({ snapshot, recent } as unknown as CheckFacts);
}
const copy = draft('chef', 'baker');

describe('a page that another draft about other work says too', () => {
  it('is taken for a copy of it', () => {
    expect(found(copy)).toMatchObject({ level: 'red', pages: [2] });
    expect(found(draft('chef', 'baker', TEXT.replaceAll('word', 'other')))).toMatchObject({ level: 'green' });
  });

  it('is of our library where drafts about two more occupations say it as well, and not where one does', () => {
    const [third, fourth] = [draft('miner', 'driver'), draft('actor', 'tutor')];
    expect(found(copy, third)).toMatchObject({ level: 'red' });
    expect(found(copy, third, draft('miner', 'guard'))).toMatchObject({ level: 'red' });
    expect(found(copy, third, fourth)).toMatchObject({ level: 'green' });
  });

  it('is no more of our library for other drafts about either of the two occupations', () => {
    const same = [draft('chef', 'grocer'), draft('chef', 'butcher'), draft('nurse', 'midwife')];
    expect(found(copy, ...same)).toMatchObject({ level: 'red' });
    expect(found(copy, ...same, draft('miner', 'driver'))).toMatchObject({ level: 'red' });
  });
});
