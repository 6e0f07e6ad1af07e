import type { FactKind } from '@app/blueprint';
import { nextCheck } from './evidence-policy.js';
import type { KeptFact } from './evidence.service.js';
import { lookedAtToday, sourcesOf, workOf } from './fact-sources.js';

const NOW = new Date('2026-11-30T10:00Z');
let made = 0;
/** A fact that was written in a month, and may have been found true on a page. */
function kept(
  kind: FactKind,
  page: string | null,
  { written = '2026-11', checked = '', read = '' } = {},
): KeptFact {
  const key = `${kind}:${(made += 1)}`;
  const fact = {
    kind,
    key,
    words: key,
    title: key,
    page,
    places: [{ file: 'a.yaml', lookFor: [] }] as const,
    written,
    wordsSha256: '',
    unchecked: true,
  };
  const checkedAt = checked === '' ? null : new Date(checked);
  const newest = checkedAt
    ? {
        id: '',
        fact: key,
        wordsSha256: '',
        verdict: 'true' as const,
        page: read || null,
        note: null,
        checkedBy: '',
        checkedAt,
      }
    : undefined;
  const next = nextCheck({ ...fact, confirmedAt: checkedAt });
  return { fact, newest, nextCheck: next, state: next <= NOW ? 'due' : 'in date' };
}

describe('the sources of facts', () => {
  it('come with the law, money and help first, then by what is due longest and what one look answers', () => {
    const sources = sourcesOf([
      kept('tool', 'tool.example'),
      kept('employer', null),
      kept('employer', null),
      kept('route', 'few.example'),
      kept('route', 'many.example'),
      kept('route', 'many.example'),
      kept('route', 'old.example', { written: '2025-11' }),
      kept('provider', 'law.example'),
      kept('licence', 'law.example'),
      kept('help', null, { checked: '2026-05-01T10:00Z', read: 'help.example' }),
    ]);
    expect(sources.map(({ page, kind, facts, looks }) => [page ?? kind, facts.length, looks])).toEqual([
      ['help.example', 1, 1],
      ['law.example', 2, 1],
      ['old.example', 1, 1],
      ['many.example', 2, 1],
      ['few.example', 1, 1],
      ['tool.example', 1, 1],
      ['employer', 2, 2],
    ]);
    expect(sources[1]?.facts.map(({ fact }) => fact.kind)).toEqual(['licence', 'provider']);
  });

  it('are so many a working day that nothing more becomes long overdue, one look a page and one for each fact without', () => {
    // Funding is long overdue after 12 months, licences after 18: 30 looks in 240 working days, 330 in 369.
    const facts = [
      ...Array.from({ length: 30 }, (_, index) => kept('funding', `funding-${index}.example`)),
      ...Array.from({ length: 200 }, (_, index) => kept('licence', `law-${index}.example`)),
      ...Array.from({ length: 100 }, () => kept('employer', null)),
    ];
    expect(workOf(sourcesOf([...facts, ...facts.slice(0, 230)]), NOW)).toEqual({
      looks: 330,
      pages: 230,
      alone: 100,
      longOverdue: 0,
      pace: { aDay: 1, first: new Date('2027-11-01T00:00Z') },
    });
    const late = Array.from({ length: 50 }, () => kept('employer', null, { written: '2024-01' }));
    expect(workOf(sourcesOf([...facts, ...late]), NOW)).toMatchObject({ longOverdue: 50, pace: { aDay: 2 } });
    expect(workOf([], NOW)).toEqual({ looks: 0, pages: 0, alone: 0, longOverdue: 0, pace: null });
  });

  it('count what was looked at on a London day', () => {
    const at = (checked: string): KeptFact => kept('licence', 'law.example', { checked });
    const facts = [
      at('2026-11-30T00:30Z'),
      at('2026-11-30T09:00Z'),
      at('2026-11-29T23:30Z'),
      kept('licence', 'a.example'),
    ];
    expect(lookedAtToday(facts, NOW)).toEqual({ facts: 2, looks: 1 });
  });
});
