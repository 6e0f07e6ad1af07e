import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ONET_CODE } from '../codes.js';
import { ImportError } from '../import-error.js';
import type { Signed } from './check-links.js';

const FILE = join('groups', 'overruled.yaml');

/** Contradictions that an editor signed, from the content file. @throws ImportError for a line that names no code */
export function readOverruled(folder: string): Signed {
  const parsed = (parse(readFileSync(join(folder, FILE), 'utf8')) ?? {}) as Record<string, unknown>;
  for (const [group, code] of Object.entries(parsed))
    if (typeof code !== 'string' || !ONET_CODE.test(code))
      throw new ImportError(FILE, null, `${group} names no code`);
  return parsed as Signed;
}
