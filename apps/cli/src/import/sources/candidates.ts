import { ONET_CODE } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** An O*NET occupation that a British sub-unit group could be, with what speaks for it. */
export interface Candidate {
  readonly group: string;
  readonly code: string;
  /** 1 is the one that most speaks for. */
  readonly rank: number;
  /** True when no other candidate comes near. */
  readonly alone: boolean;
  /** Weight of the titles that agree. */
  readonly score: number;
  /** Further sources that say the same. */
  readonly voices: readonly string[];
}

/** Candidates worked out from the titles of the coding index and of O*NET; groups without any are left out. */
export async function readCandidates(context: ImportContext): Promise<Candidate[]> {
  const columns = ['sug', 'class', 'candidate_rank', 'onet_code', 'score', 'second_voices'];
  const rows = await context.delimited('candidates', { columns, minRows: 5000 }, ',');
  return rows.flatMap((row): Candidate[] => {
    const kind = row.oneOf('class', ['unique', 'dominated', 'ambiguous', 'none']);
    if (kind === 'none') return [];
    return [
      {
        group: row.code('sug', /^\d{4}\/\d\d$/),
        code: row.code('onet_code', ONET_CODE),
        rank: row.number('candidate_rank', 1, 100),
        alone: kind === 'unique' || kind === 'dominated',
        score: row.number('score', 0, 10_000),
        voices: row.text('second_voices').split('+'),
      },
    ];
  });
}
