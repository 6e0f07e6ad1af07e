import { overwritten, repacked, repackedByAny } from './draft.builder.js';
import { change, foreign, type Plant, withResult } from './plant.builder.js';

/** Files that are not what the draft says: put together wrongly, changed afterwards, or unreadable for somebody. */
export const FAULTS_OF_THE_FILE: Readonly<Record<string, Plant>> = {
  'another customer’s page in the file': {
    check: 'belongs',
    page: 9,
    says: /it is of another order, PW-AAAA-BBBB/,
    plant: ({ amara, nurse }) =>
      amara.checks({ pdf: amara.withPages({ 9: { of: foreign(amara, nurse), page: 9 } }) }),
  },
  'another customer’s page under this order’s reference': {
    check: 'remade',
    page: 3,
    says: /it says “.*” where the draft has “/,
    plant: ({ amara, nurse }) =>
      amara.checks({
        pdf: amara.withPages({ 3: { of: { ...nurse.snapshot, order: amara.snapshot.order }, page: 3 } }),
      }),
  },
  'a page that is there twice': {
    check: 'belongs',
    page: 8,
    says: /it says that it is page 7/,
    plant: ({ amara }) => amara.checks({ pdf: amara.withPages({ 8: { of: amara.snapshot, page: 7 } }) }),
  },
  'a page left out': {
    check: 'pages',
    says: /The file has 14 pages/,
    plant: ({ amara }) =>
      amara.checks({
        pdf: amara.pieced(
          Array.from({ length: 14 }, (_, index) => ({ of: amara.snapshot, page: index + 1 })),
        ),
      }),
  },
  'the reference of another order': {
    check: 'belongs',
    page: 1,
    says: /the draft names PW-AAAA-BBBB, the order is PW-7K3M-9QXT/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({ ...snapshot, order: { ...snapshot.order, reference: 'PW-AAAA-BBBB' } })),
  },
  'the check code of another version': {
    check: 'belongs',
    page: 1,
    says: /check code or the version is not that of this file/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        order: { ...snapshot.order, checkCode: 'AAAA-BBBB-CCCC' },
      })),
  },
  'another person’s name': {
    check: 'name',
    page: 1,
    says: /made for another name than the one on the order/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({ ...snapshot, person: { ...snapshot.person, name: 'Amara ONeill' } })),
  },
  'an apostrophe without a Unicode value': {
    check: 'letters',
    page: 1,
    says: /1 letter cannot be copied, searched for or read aloud/,
    plant: async ({ amara }) =>
      amara.checks({ pdf: repacked(await amara.file(), (text) => unmapped(text, '0027', '0000')) }),
  },
  'an apostrophe that reads as something else': {
    check: 'name',
    page: 1,
    says: /“Amara O'Neill” cannot be read on the cover letter for letter/,
    plant: async ({ amara }) =>
      amara.checks({
        pdf: repackedByAny(
          await amara.file(),
          ['0026', '0022', '0065', '0072'].map((code) => (text) => unmapped(text, '0027', code)),
        ),
      }),
  },
  'letters that no font has, drawn as boxes': {
    check: 'letters',
    page: 2,
    says: /empty boxes stand for/,
    plant: async ({ amara }) => amara.checks({ pdf: repacked(await amara.file(), boxOn(2)) }),
  },
  'Arabic digits turned round in a name': {
    check: 'name',
    page: 1,
    says: /cannot be read on the cover letter for letter/,
    plant: ({ sara }) =>
      sara.checks({
        pdf: sara.withPages({
          1: { of: { ...sara.snapshot, person: { ...sara.snapshot.person, name: 'سارة ٢٤' } }, page: 1 },
        }),
      }),
  },
  'Arabic digits turned round in a job title': {
    check: 'own-words',
    page: 1,
    says: /“١٢٣” of “مهندس ١٢٣” reads as “٣٢١”/,
    plant: ({ sara }) =>
      sara.checks({
        pdf: sara.withPages({
          1: { of: { ...sara.snapshot, person: { ...sara.snapshot.person, role: 'مهندس ٣٢١' } }, page: 1 },
        }),
      }),
  },
  'a figure changed on paper': {
    check: 'remade',
    page: 2,
    says: /it says “.*” where the draft has “.*”/,
    plant: ({ amara }) =>
      amara.checks({
        pdf: amara.withPages({ 2: { of: withResult({ percentile: 12 })(amara.snapshot), page: 2 } }),
      }),
  },
  'a figure without an alternative text': {
    check: 'tags',
    page: 1,
    says: /a figure has no alternative text/,
    plant: async ({ amara }) =>
      amara.checks({
        pdf: overwritten(await amara.file(), /\/Alt \((?:\\[\s\S]|[^)\\])*\)/, () => '/Alt ()'),
      }),
  },
  'bytes that were changed after rendering': {
    check: 'fingerprint',
    says: /another SHA-256 than the one noted at rendering/,
    plant: ({ amara }) => amara.checks({ facts: { storedSha256: 'f'.repeat(64) } }),
  },
  'a page with nothing on it': {
    check: 'pages',
    page: 7,
    says: /there is next to no text/,
    plant: async ({ amara }) => {
      const reading = await amara.reading();
      const pages = reading.pages.map((text, at) => (at === 6 ? ' ' : text));
      return amara.checks({ facts: { reading: { ...reading, pages } } });
    },
  },
  'a font that was left out': {
    check: 'fonts',
    says: /Not embedded: Helvetica/,
    plant: async ({ amara }) => {
      const fonts = [{ name: 'Helvetica', embedded: false }];
      return amara.checks({ facts: { reading: { ...(await amara.reading()), fonts } } });
    },
  },
  'no tags for reading software': {
    check: 'tags',
    says: /There is no structure tree/,
    plant: async ({ amara }) => {
      const reading = await amara.reading();
      return amara.checks({ facts: { reading: { ...reading, tags: { ...reading.tags, tree: false } } } });
    },
  },
  'a file too large for mail servers': {
    check: 'size',
    says: /The file has 2,049 kB/,
    plant: ({ amara }) => amara.checks({ facts: { bytes: 2 * 1024 * 1024 + 1 } }),
  },
  'a file that cannot be read': {
    check: 'belongs',
    says: /could not be read/,
    plant: ({ amara }) => amara.checks({ facts: { reading: { unreadable: 'it has no trailer' } } }),
  },
  'templates that have changed since': {
    check: 'remade',
    level: 'amber',
    says: /templates have changed since/,
    plant: ({ amara }) => amara.checks({ facts: { remade: null } }),
  },
};

/** The entry of a letter in the table that gives the glyphs of the serif on the cover their meaning. */
const unmapped = (stream: string, letter: string, put: string): string =>
  stream.includes('beginbfrange') && stream.includes('<004f> <0027> <004e>')
    ? stream.replace(`<${letter}> <004e>`, `<${put}> <004e>`)
    : stream;

/** The first glyph of the page of this number, drawn as the one that stands for letters the font has not. */
function boxOn(page: number): (stream: string) => string {
  let seen = 0;
  return (stream) => {
    if (!stream.includes(' BDC')) return stream;
    seen += 1;
    return seen === page ? stream.replace(/<[0-9a-f]{4}/, '<0000') : stream;
  };
}
