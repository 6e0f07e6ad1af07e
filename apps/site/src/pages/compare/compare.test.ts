import { Catalogue, type OccupationSummary } from '@app/occupations';
import { payFor } from '@app/labour-market';
import { chooseRoles, typedRoles } from './choose-roles.js';
import { compareView } from './compare-view.js';
import { compareHeading, pairSentences } from './compare-words.js';

const catalogue = Catalogue.load();
const choose = (...typed: string[]) => chooseRoles(catalogue, typed);
const messages = (...typed: string[]): string[] => choose(...typed).errors.map(({ message }) => message);

describe('the roles of a comparison', () => {
  it('are found by address, old address, title and another name', () => {
    const { roles, errors } = choose('nurse', 'ml-engineer', 'DATA SCIENTIST', 'plumber');
    expect(errors).toEqual([]);
    expect(roles.slice(0, 3).map(({ slug }) => slug)).toEqual([
      'nurse',
      'machine-learning-engineer',
      'data-scientist',
    ]);
    expect(roles[3]?.title).toMatch(/plumber/i);
  });

  it('are found through a typing mistake, and the page says what it took them for', () => {
    const { fields, errors } = choose('nurze', 'data scientist');
    expect(errors).toEqual([]);
    expect(fields.map(({ role, guessed }) => [role?.slug, guessed])).toEqual([
      ['nurse', true],
      ['data-scientist', false],
    ]);
    expect(fields[0]?.others.length).toBeGreaterThan(0);
  });

  it('are not asked for before anybody has named any, nor when a report names the first', () => {
    expect(messages()).toEqual([]);
    expect(messages('nurse')).toEqual([]);
  });

  it('are refused with a reason at the field', () => {
    expect(messages('nurse', '', '', '')).toEqual(['Name at least two occupations']);
    expect(choose('nurse', '', '', '').errors[0]?.field).toBe('role-2');
    expect(messages('', '', '', '')).toEqual(['Name at least two occupations']);
    expect(messages('nurse', 'Nurse')).toEqual(['Nurse is there twice. Name another occupation']);
    expect(messages('zzzzqqq', 'nurse')[0]).toMatch(/“zzzzqqq” is no job title we know/);
    expect(messages('nurse', 'data-scientist', 'plumber', 'chef', 'solutions-architect')).toEqual([
      'Four occupations at most can be compared at once',
    ]);
  });

  it('are read from whatever an address may hold', () => {
    expect(typedRoles(undefined)).toEqual([]);
    expect(typedRoles({ a: 1 })).toEqual([]);
    expect(typedRoles([' nurse ', 3, ['x'], ''])).toEqual(['nurse', '']);
    expect(typedRoles(Array.from({ length: 500 }, () => 'x'.repeat(5_000))).join('').length).toBeLessThan(
      700,
    );
  });
});

describe('what is said of a comparison', () => {
  const role = (title: string, score: number, low: number, high: number): OccupationSummary =>
    ({ title, score, interval: { low, high } }) as OccupationSummary;
  const high = role('Data scientist', 49, 36, 61);
  const middle = role('Machine learning engineer', 35, 28, 43);
  const low = role('Nurse', 26, 19, 33);

  it('claims a difference only where it is at least 90 % likely', () => {
    expect(compareHeading([low, high])).toBe('A clear difference: 49 for data scientist, 26 for nurse');
    expect(compareHeading([low, middle, high])).toBe(
      'A clear difference: from 49 for data scientist to 26 for nurse',
    );
    expect(compareHeading([middle, low])).toBe(
      'Too close to tell apart: 35 for machine learning engineer and 26 for nurse',
    );
  });

  it('claims one less likely as little as none', () => {
    expect(pairSentences([role('A', 43, 33, 53), role('B', 30, 20, 40)])).toEqual([
      'A against B: about as exposed, as far as can be told. The likely ranges are 33–53 and 20–40.',
    ]);
  });

  it('says every pair once, claims first', () => {
    const said = pairSentences([low, middle, high]);
    expect(said).toHaveLength(3);
    expect(said[0]).toBe(
      'Data scientist against nurse: more exposed. The likely ranges are 36–61 and 19–33.',
    );
    expect(said.slice(1).every((each) => each.includes('about as exposed'))).toBe(true);
  });
});

describe('the notes on pay of a comparison', () => {
  it('are of the figures that are shown: not of the lowest and the highest tenth', () => {
    const compared = catalogue.all().flatMap(({ slug }) => {
      const occupation = catalogue.bySlug(slug);
      return occupation ? [{ occupation, pay: payFor(catalogue.dataset, occupation.ukCodes) }] : [];
    });
    const notes = (compareView(compared.slice(0, 400))['payNotes'] as string[]).join(' ');
    expect(compared.some(({ pay }) => pay?.pointNotes.p90 !== undefined)).toBe(true);
    expect(notes).not.toMatch(/tenth/);
    expect(notes).toMatch(/highest quarter is not published|for the (minor|sub-major|major) group/);
  });
});
