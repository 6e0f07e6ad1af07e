import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';
import { projectPath } from '@app/config';
import { until } from '../../../apps/cli/src/journey/until.js';
import { type Attack, sentence, tidy } from './attacks.js';
import type { MorningStack } from './morning-stack.js';

const APPROVED_BY_THE_FIRST = `update reviews set state = 'approved', approved_sha256 = first_sha256, decided_by = first_approved_by,
  decided_at = now(), given_to = null, given_by = null, given_at = null`;

/** What somebody tries who has got hold of the applications' own way into the database; $1 is a draft that waits for its second person. */
export const STATEMENTS: readonly (readonly [what: string, sql: string])[] = [
  ['the first is the second too', `${APPROVED_BY_THE_FIRST} where id = $1`],
  ['nobody is needed any more', `${APPROVED_BY_THE_FIRST}, needs_second = '{}' where id = $1`],
  ['other bytes are approved', `update reviews set first_sha256 = repeat('0', 64) where id = $1`],
  [
    'the file is sent unapproved',
    `insert into deliveries select (jsonb_populate_record(null::deliveries, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(),
       'subject_key', gen_random_uuid(), 'message_id', gen_random_uuid(), 'kind', 'blueprint', 'order_id', r.order_id, 'blueprint_id', r.blueprint_id, 'approved_sha256', r.first_sha256))).* from reviews r, (select * from deliveries limit 1) d where r.id = $1`,
  ],
  ['the log is emptied', `delete from audit_log where $1::uuid is not null`],
  ['its trigger is taken off', `drop trigger audit_log_append_only on audit_log`],
];

/** Each must be refused by the database itself, whatever the application would say. */
export async function beneathTheApplication({ stack }: MorningStack, reviewId: string): Promise<Attack> {
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const answers: string[] = [];
  let refused = true;
  for (const [what, sql] of STATEMENTS) {
    await client.query('begin');
    const said = await client
      .query(sql, sql.includes('$1') ? [reviewId] : [])
      .then(({ rowCount }) => (rowCount === 0 ? 'nothing to do' : 'DONE'))
      .catch((error: unknown) => {
        const { code = '', message } = error as { code?: string; message: string };
        // A constraint, a trigger or a right; a statement that is not understood has not been refused.
        return /^23|^42501$|^P0001$/.test(code) ? message : `DONE WRONGLY: ${message}`;
      });
    await client.query('rollback');
    if (said.startsWith('DONE')) refused = false;
    answers.push(`${what}: ${said}`);
  }
  await client.end();
  return { what: 'the same by SQL, as the role of the applications', refused, words: answers.join('; ') };
}

/** An entry of the log is rewritten by the owner of the database, whom no right holds. */
export async function rewrittenAudit({ owner, stack }: MorningStack): Promise<Attack> {
  const change = (sql: string): Promise<unknown> =>
    owner.query(`begin; set local session_replication_role = replica; ${sql}; commit`);
  await change(
    `create temporary table kept_entry as select id, reason from audit_log order by id desc offset 5 limit 1;
     update audit_log set reason = 'All is well.' where id = (select id from kept_entry)`,
  );
  const rewritten = await verify(stack.environment);
  await change(
    `update audit_log a set reason = k.reason from kept_entry k where k.id = a.id; drop table kept_entry`,
  );
  return {
    what: 'an entry of the audit log is rewritten',
    refused: rewritten.code === 1,
    words: tidy(rewritten.said),
  };
}

/** The last entries are cut off by the owner of the database; the anchor outside it knows better. */
export async function cutAuditTail({ owner, stack }: MorningStack): Promise<Attack> {
  const file = stack.environment['AUDIT_ANCHOR_FILE'] ?? '';
  await owner.query(`select graphile_worker.add_job('audit.anchor', '{}'::json)`);
  await until(
    'an anchor of the audit log',
    () =>
      Promise.resolve(
        existsSync(file) && readFileSync(file, 'utf8').includes('audit-anchor') ? true : undefined,
      ),
    300,
  );
  const whole = await verify(stack.environment);
  await owner.query('set session_replication_role = replica');
  await owner.query('delete from audit_log where id > (select max(id) - 3 from audit_log)');
  await owner.query('set session_replication_role = origin');
  const cut = await verify(stack.environment);
  return {
    what: 'the last three entries of the audit log are cut off',
    refused: whole.code === 0 && cut.code === 1,
    words: `before: ${sentence(whole.said, /All[^.]*\./)} after: ${tidy(cut.said)}`,
  };
}

async function verify(environment: NodeJS.ProcessEnv): Promise<{ code: number; said: string }> {
  const cli = projectPath('dist', 'apps', 'cli', 'main.js');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'audit', 'verify'], {
      env: environment,
    });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code = -1, stderr = '' } = error as { code?: number; stderr?: string };
    return { code, said: stderr };
  }
}
