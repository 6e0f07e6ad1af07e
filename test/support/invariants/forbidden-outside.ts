import type { Allowed, Attempt } from './forbidden-statements.js';

const mark = (id: string): string => `update blueprints set pdf_outside_since = now() where id = '${id}'`;
/** Its bytes have left the table. */
const moveOut = (id: string): string => `${mark(id)}; update blueprints set pdf = null where id = '${id}'`;
const ERASED = `pdf = null, snapshot = '{}', calendar_file = null, erased_at = now()`;

/** Bytes outside the database. */
export const OUTSIDE: readonly Attempt[] = [
  [
    'a file outside that was not delivered',
    ({ queued }) => mark(queued.blueprintId),
    /was not delivered, so it is not kept outside/,
  ],
  [
    'a new file that is outside from the beginning',
    ({ open }) =>
      `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf_sha256, pdf_outside_since, pdf_bytes, drafted_at)
       values (gen_random_uuid(), '${open.orderId}', 9, 'superseded', '{}', 't', 'c', 'm', 'x', repeat('a', 64), now(), 1, now())`,
    /was not delivered, so it is not kept outside/,
  ],
  [
    'bytes that leave the table for nowhere',
    ({ done }) => `update blueprints set pdf = null where id = '${done.blueprintId}'`,
    /is made and stays/,
  ],
  [
    'bytes that leave the table before a copy can be outside',
    ({ done }) =>
      `update blueprints set pdf = null, pdf_outside_since = now() where id = '${done.blueprintId}'`,
    /is made and stays/,
  ],
  [
    'other bytes that come back',
    ({ done }) =>
      `${moveOut(done.blueprintId)}; update blueprints set pdf = 'other' where id = '${done.blueprintId}'`,
    /not the one its hash names/,
  ],
  [
    'another hash for what is outside',
    ({ done }) =>
      `${moveOut(done.blueprintId)}; update blueprints set pdf_sha256 = repeat('a', 64) where id = '${done.blueprintId}'`,
    /is made and stays/,
  ],
  [
    'a file that is nowhere any more',
    ({ done }) =>
      `${moveOut(done.blueprintId)}; update blueprints set pdf_outside_since = null where id = '${done.blueprintId}'`,
    /is outside, and nowhere else/,
  ],
  [
    'a copy that is younger than it was',
    ({ done }) =>
      `${mark(done.blueprintId)}; update blueprints set pdf_outside_since = now() + interval '1 day' where id = '${done.blueprintId}'`,
    /outside stays/,
  ],
  [
    'an erased file with a copy outside',
    ({ done }) =>
      `${moveOut(done.blueprintId)}; update blueprints set ${ERASED} where id = '${done.blueprintId}'`,
    /blueprints_outside_till_erased/,
  ],
  [
    'a copy of a file that is erased',
    ({ done }) =>
      `update blueprints set ${ERASED} where id = '${done.blueprintId}'; ${mark(done.blueprintId)}`,
    /blueprints_outside_/,
  ],
  [
    'a blueprint that goes before its copy',
    ({ done }) => `${mark(done.blueprintId)}; delete from blueprints where id = '${done.blueprintId}'`,
    /goes from there first/,
  ],
  [
    'an approval of bytes that are outside alone',
    ({ done }) =>
      `${moveOut(done.blueprintId)}; update reviews set state = 'approved' where id = '${done.reviewId}'`,
    /no file that counts/,
  ],
];

/** What must remain possible with them. */
export const ALLOWED_OUTSIDE: readonly Allowed[] = [
  [
    'to move a delivered file out and back, and to write down how long it is',
    ({ done: { blueprintId } }) =>
      `create temp table held as select pdf from blueprints where id = '${blueprintId}'; ${moveOut(blueprintId)};
       update blueprints set pdf = (select pdf from held) where id = '${blueprintId}' and pdf_bytes = (select octet_length(pdf) from held);
       update blueprints set pdf_outside_since = null where id = '${blueprintId}';
       do $$ begin assert (select pdf is not null and pdf_bytes is null from blueprints where id = '${blueprintId}'), 'it is not back'; end $$`,
  ],
  [
    'to erase a file whose copy was seen gone',
    ({ done: { blueprintId } }) =>
      `${moveOut(blueprintId)}; update blueprints set ${ERASED}, pdf_outside_since = null where id = '${blueprintId}'`,
  ],
  [
    'to approve what lies in the table again',
    ({ done }) => `update reviews set state = 'approved' where id = '${done.reviewId}'`,
  ],
];
