import { sectionOfName, sectionOfSic } from './sic-sections.js';

describe('industry sections', () => {
  it.each([
    ['1470', 'A'],
    ['01470', 'A'],
    ['10120', 'C'],
    ['47110', 'G'],
    ['62020', 'J'],
    ['64209', 'K'],
    ['78109', 'N'],
    ['84110', 'O'],
    ['86210', 'Q'],
    ['93110', 'R'],
    ['99000', 'U'],
  ])('reads SIC %s as %s', (sic, section) => expect(sectionOfSic(sic)).toBe(section));

  it('reads the mark for the public sector as no industry', () => expect(sectionOfSic('1')).toBeNull());

  it('reads a head office as no industry', () => {
    expect(sectionOfSic('70100')).toBeNull();
    expect(sectionOfSic('70221')).toBe('M');
  });

  it.each([
    ['Bournemouth, Christchurch & Poole Council', 'O'],
    ['Bedfordshire Hospitals NHS Foundation Trust', 'Q'],
    ['CARDIFF UNIVERSITY', 'P'],
    ['DELOITTE LLP', null],
  ])('tells the industry of %s by its name', (name, section) => expect(sectionOfName(name)).toBe(section));
});
