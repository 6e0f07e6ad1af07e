import { crosswalkChain } from './chain.js';
import { titleIndex, titleKey, titleMatches } from './title-matches.js';
import { ukLinks } from './uk-links.js';

describe('the chain of official crosswalks', () => {
  const chain = crosswalkChain(
    new Map([['11-1111', ['22-2222']]]),
    new Map([['22-2222', ['3333', '444']]]),
    new Map([
      [
        '3333',
        new Map([
          ['5555', 3],
          ['6666', 1],
        ]),
      ],
      ['4441', new Map([['5555', 1]])],
    ]),
  );

  it('shares each ISCO group by its index entries and reads three digits as all groups under them', () => {
    expect(chain.isco('11-1111')).toEqual(['3333', '4441']);
    expect([...chain.unitGroups('11-1111')]).toEqual([
      ['5555', 0.875],
      ['6666', 0.125],
    ]);
  });

  it('is empty where a link is missing', () => {
    expect(chain.unitGroups('99-9999').size).toBe(0);
  });
});

describe('agreeing titles', () => {
  it('reads plural, brackets, case and American spelling as the same title', () => {
    expect(titleKey('Mental Health Counselors (MHC)')).toBe(titleKey('mental-health counsellor'));
    expect(titleKey('Secretaries')).toBe('secretary');
    expect(titleKey('Hostess')).toBe('hostess');
  });

  it('counts the own title three times, a title of two groups half for each, and keeps the larger of both sources', () => {
    const index = titleIndex(
      new Map([
        ['1111', ['Restaurant cook', 'Grill hand']],
        ['2222', ['Grill hand']],
      ]),
    );
    const published = [{ unitGroup: '2222', titles: 2 }];
    expect(titleMatches('Cooks, restaurant', ['Grill Hands'], index, published)).toEqual([
      { unitGroup: '1111', titles: 3.5 },
      { unitGroup: '2222', titles: 2 },
    ]);
  });
});

describe('UK links', () => {
  const titles = (unitGroup: string, count: number) => ({ unitGroup, titles: count });

  it('are good where titles and chain meet, even when another group has more titles', () => {
    const links = ukLinks([titles('1111', 9), titles('2222', 4)], new Map([['2222', 0.3]]), undefined);
    expect(links).toEqual({ confidence: 'good', unitGroups: [{ code: '2222', weight: 1 }] });
  });

  it('follow the titles where the roads part and enough titles agree', () => {
    const links = ukLinks([titles('1111', 4)], new Map([['2222', 1]]), undefined);
    expect(links).toEqual({ confidence: 'fair', unitGroups: [{ code: '1111', weight: 1 }] });
  });

  it('follow a clear chain against a single title, with low confidence', () => {
    const links = ukLinks(
      [titles('1111', 1)],
      new Map([
        ['2222', 0.8],
        ['3333', 0.2],
      ]),
      undefined,
    );
    expect(links).toEqual({ confidence: 'low', unitGroups: [{ code: '2222', weight: 1 }] });
  });

  it('take what was read by hand before anything else', () => {
    const checked = [{ code: '9999', weight: 1 }];
    expect(ukLinks([titles('1111', 9)], new Map([['1111', 1]]), checked)).toEqual({
      confidence: 'good',
      unitGroups: checked,
    });
  });

  it('are none without any evidence', () => {
    expect(ukLinks([], new Map(), undefined)).toEqual({ confidence: 'none', unitGroups: [] });
  });
});
