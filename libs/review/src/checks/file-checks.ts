import { type CheckFacts, isReading } from './check-facts.js';
import type { CheckResult } from './check-result.js';

const PAGES = 15;
/** Bytes. The aim is 400 kB; mail servers begin to refuse well above 2 MB. */
const LARGEST = 2 * 1024 * 1024;

type Check = (facts: CheckFacts) => CheckResult;

const unreadable = (id: string, title: string, why: string): CheckResult => ({
  id,
  title,
  level: 'red',
  found: `The file could not be read: ${why}.`,
});

/** Proves that the bytes in the database are those whose fingerprint was stored when they were rendered. */
export const fingerprint: Check = ({ storedSha256, sha256 }) => {
  const title = 'The stored file is the rendered file';
  return storedSha256 === sha256
    ? {
        id: 'fingerprint',
        title,
        level: 'green',
        found: 'The SHA-256 of the stored bytes equals the one noted at rendering.',
      }
    : {
        id: 'fingerprint',
        title,
        level: 'red',
        found: 'The stored bytes have another SHA-256 than the one noted at rendering.',
      };
};

/** Counts the pages in the file's own page tree, not the renderer's count. */
export const pageCount: Check = ({ reading }) => {
  const title = '15 pages';
  if (!isReading(reading)) return unreadable('pages', title, reading.unreadable);
  const found = reading.pages.length;
  const empty = reading.pages.flatMap((text, index) => (text.trim().length < 40 ? [index + 1] : []));
  if (found !== PAGES) return { id: 'pages', title, level: 'red', found: `The file has ${found} pages.` };
  if (empty.length > 0)
    return {
      id: 'pages',
      title,
      level: 'red',
      found: `There is next to no text on page ${empty.join(', ')}.`,
    };
  return {
    id: 'pages',
    title,
    level: 'green',
    found: 'The file’s page tree holds 15 pages, each with text.',
  };
};

/** Every font the file names brings its own drawing program; characters without a Unicode value would not be searchable or readable aloud. */
export const fonts: Check = ({ reading }) => {
  const title = 'Fonts embedded';
  if (!isReading(reading)) return unreadable('fonts', title, reading.unreadable);
  const missing = reading.fonts.filter(({ embedded }) => !embedded).map(({ name }) => name);
  if (missing.length > 0)
    return { id: 'fonts', title, level: 'red', found: `Not embedded: ${missing.join(', ')}.` };
  if (reading.fonts.length === 0)
    return { id: 'fonts', title, level: 'red', found: 'The file names no font.' };
  const lost = reading.pages.flatMap((text, index) => (text.includes('\ufffd') ? [index + 1] : []));
  if (lost.length > 0)
    return {
      id: 'fonts',
      title,
      level: 'amber',
      found: `Characters without a Unicode value on page ${lost.join(', ')}.`,
    };
  return {
    id: 'fonts',
    title,
    level: 'green',
    found: `All ${reading.fonts.length} fonts are inside the file, and every character has a Unicode value.`,
  };
};

/** The marks that reading software needs. It does not prove that the order of reading makes sense; that is for eyes and ears. */
export const tags: Check = ({ reading }) => {
  const title = 'Tags for reading software';
  if (!isReading(reading)) return unreadable('tags', title, reading.unreadable);
  const { tree, language, allPages, figures, figuresWithoutText, claimsUa } = reading.tags;
  const faults = [
    tree ? '' : 'there is no structure tree',
    language ? '' : 'the language is not named',
    allPages ? '' : 'some pages are not tied to the tree',
    figuresWithoutText === 0 ? '' : `${figuresWithoutText} of ${figures} figures have no alternative text`,
    claimsUa ? '' : 'the file does not say it follows PDF/UA-1',
  ].filter(Boolean);
  return faults.length === 0
    ? {
        id: 'tags',
        title,
        level: 'green',
        found: `Structure tree on every page, language ${language}, ${figures} figures, each with an alternative text.`,
      }
    : { id: 'tags', title, level: 'red', found: `${faults.join('; ')}.` };
};

export const size: Check = ({ bytes }) => {
  const kilobytes = Math.ceil(bytes / 1024);
  return {
    id: 'size',
    title: 'At most 2 MB',
    level: bytes <= LARGEST ? 'green' : 'red',
    found: `The file has ${kilobytes.toLocaleString('en-GB')} kB.`,
  };
};
