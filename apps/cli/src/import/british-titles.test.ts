import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalogue } from '@app/occupations';
import { readBritishTitles } from './british-titles.js';

const catalogue = Catalogue.load();

describe('what occupations are called', () => {
  /** Words and habits of O*NET's titles that nobody in the UK would look for. */
  const AMERICAN =
    /\b(except|first-line|helpers|tenders|postsecondary|elementary|kindergarten|attorneys?|physicians|tractor-trailer|janitors|salespersons|railroad|drywall|real estate|groundskeeping|laborers?|counselors?|programs|licensed practical|technologists and technicians)\b|--|, general\b|, and /i;

  it('is no American title, and no row of a table of codes', () => {
    const titles = catalogue.all().map(({ title }) => title);
    expect(titles.filter((title) => AMERICAN.test(title))).toEqual([]);
  });

  it('is short enough for a heading, and no two are the same', () => {
    const titles = catalogue.all().map(({ title }) => title.toLowerCase());
    expect(titles.filter((title) => title.length > 80)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('changes no address for good: the one of the American title leads to the page', () => {
    expect(catalogue.redirectFor('physical-therapists')).toBe('physiotherapist');
    expect(catalogue.redirectFor('flight-attendants')).toBe('cabin-crew');
    // The page of an edited occupation, whose record was renamed as well.
    expect(catalogue.redirectFor('child-family-and-school-social-workers')).toBe('social-worker');
    for (const { slug, formerSlug } of catalogue.dataset.occupations.values()) {
      for (const address of formerSlug === undefined ? [slug] : [slug, formerSlug])
        expect([address, catalogue.bySlug(catalogue.redirectFor(address) ?? address)?.slug]).not.toContain(
          undefined,
        );
    }
  });

  it('can still be found by the American title', () => {
    expect(catalogue.search('flight attendants')[0]?.slug).toBe('cabin-crew');
    expect(catalogue.search('medical and clinical laboratory technologists')[0]?.slug).toBe(
      'biomedical-scientists',
    );
  });
});

describe('the file of British titles', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'titles-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['a code that does not exist', 'titles: { 99-9999.00: Somebody }', /99-9999.00 is not an occupation/],
    ['a title twice', 'titles: { 11-1031.00: Vets, 29-1131.00: Vets }', /“Vets” is there twice/],
    ['a title without a capital', 'titles: { 29-1131.00: vets }', /no title in sentence case/],
    ['no list', 'titles:', /not a list of titles/],
  ])('is refused with %s', async (_what, text, reason) => {
    const file = join(folder, 'british-titles.yaml');
    await writeFile(file, text);
    await expect(readBritishTitles(file, new Set(['11-1031.00', '29-1131.00']))).rejects.toThrow(reason);
  });
});
