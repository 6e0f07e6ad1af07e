import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';

/** What a study or release of data did here: it is in the figures, it is only shown, or it changed nothing. */
export type EvidenceEffect = 'used' | 'shown' | 'nothing';

/** How far we know that a record is right: the published file is read by an import, a page of its publisher was read, or others told of it. */
export type EvidenceReading = 'file' | 'page' | 'others';

/** One study or release of data, with what it changed here or why it changed nothing. */
export interface EvidenceRecord {
  readonly id: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it is known. */
  readonly published: string;
  readonly title: string;
  readonly by: string;
  readonly url?: string;
  /** In our words. */
  readonly says: string;
  readonly here: EvidenceEffect;
  readonly did: string;
  readonly checked: EvidenceReading;
  /** The day of that, `YYYY-MM-DD`. */
  readonly read: string;
  /** Sources of the data set that it is about. */
  readonly sources: readonly string[];
}

const FILE = projectPath('templates', 'site', 'discovery', 'evidence.yaml');
const EFFECTS: readonly string[] = ['used', 'shown', 'nothing'] satisfies EvidenceEffect[];
const CHECKS: readonly string[] = ['file', 'page', 'others'] satisfies EvidenceReading[];
const TEXTS = ['id', 'published', 'title', 'by', 'says', 'here', 'did', 'checked', 'read'] as const;

/** The records, newest first. @throws when the file is damaged, with the record that is */
export function readEvidence(text: string = readFileSync(FILE, 'utf8')): readonly EvidenceRecord[] {
  const read: unknown = parse(text, { schema: 'failsafe' });
  if (!Array.isArray(read) || read.length === 0)
    throw new Error('evidence.yaml: a list of records is needed');
  const records = read.map((each, index) => recordOf(each, index));
  records.forEach(({ id, published }, index) => {
    const before = records[index - 1]?.published;
    if (before !== undefined && isLater(published, before))
      throw new Error(`evidence.yaml: ${id}: the newest record comes first`);
    if (records.findIndex((other) => other.id === id) !== index)
      throw new Error(`evidence.yaml: ${id}: there are two of this id`);
  });
  return records;
}

function recordOf(value: unknown, index: number): EvidenceRecord {
  const given = (value ?? {}) as Partial<Record<string, unknown>>;
  const fail = (what: string): never => {
    throw new Error(`evidence.yaml: record ${index + 1} (${String(given['id'])}): ${what}`);
  };
  for (const key of TEXTS) if (typeof given[key] !== 'string' || given[key] === '') fail(`${key} is needed`);
  const record = { sources: [], ...given } as unknown as EvidenceRecord;
  if (!/^\d{4}(-\d{2}){0,2}$/.test(record.published)) fail('published is YYYY, YYYY-MM or YYYY-MM-DD');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(record.read)) fail('read is YYYY-MM-DD');
  if (!EFFECTS.includes(record.here)) fail(`here is one of ${EFFECTS.join(', ')}`);
  if (!CHECKS.includes(record.checked)) fail(`checked is one of ${CHECKS.join(', ')}`);
  if (record.url !== undefined && !record.url.startsWith('https://')) fail('url is an https address');
  if (record.checked === 'file' && (record.here === 'nothing' || record.sources.length === 0))
    fail('what is read from a file is used or shown, and names its sources');
  return record;
}

/** As far as both are known. */
function isLater(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) > b.slice(0, known);
}
