import { DataSource } from 'typeorm';
import { copiesFault } from '@app/blueprint';
import { Bucket, bucketPlace } from '@app/bucket';
import { type Environment, readEnvironment } from '@app/config';
import { databaseFaults, databaseOptions } from '@app/database';

/** The oldest PostgreSQL we run on. */
const OLDEST = 15;

/** Everything that stands in the way of running with these settings, each in a sentence with what to do; empty when nothing does. */
export async function examine(variables: Readonly<Record<string, string | undefined>>): Promise<string[]> {
  const { environment, problems } = readEnvironment(variables);
  return [
    ...problems,
    ...(await examineDatabase(environment, problems)),
    ...(await examineFiles(environment, problems)),
  ];
}

/** Whether the bucket, if one is set, answers and takes our key. */
async function examineFiles(environment: Environment, problems: readonly string[]): Promise<string[]> {
  if (problems.some((line) => line.startsWith('FILES_'))) return [];
  const place = bucketPlace(environment);
  const fault = place && (await new Bucket(place).fault());
  return fault === null
    ? []
    : [
        `FILES_URL cannot be used (${fault}): see that it is right, and that the key may get, put, delete and list`,
      ];
}

async function examineDatabase(environment: Environment, problems: readonly string[]): Promise<string[]> {
  const { DATABASE_URL, NODE_ENV } = environment;
  if (problems.some((line) => line.startsWith('DATABASE_URL'))) return [];
  const source = new DataSource(databaseOptions(DATABASE_URL, 1));
  try {
    await source.initialize();
  } catch {
    return ['DATABASE_URL names a database that does not answer: start it, or put the address right'];
  }
  try {
    const [row] = await source.query<{ major: number }[]>(
      `select current_setting('server_version_num')::int / 10000 as major`,
    );
    const old = (row?.major ?? 0) < OLDEST;
    const remedies = [
      ['not migrated', 'run `migrate` with MIGRATION_DATABASE_URL'],
      ['superuser', 'name a role of its own in DATABASE_URL; `migrate` makes and grants it'],
      ['owner', 'name a role of its own in DATABASE_URL; `migrate` makes and grants it'],
      ['outside', 'set them as they were; `files bring-back` needs them too'],
    ] as const;
    return [
      ...(old ? [`PostgreSQL ${row?.major} is too old: move to ${OLDEST} or later`] : []),
      ...(
        await databaseFaults(source, NODE_ENV === 'production', () => copiesFault(source, environment))
      ).map((fault) => {
        const remedy = remedies.find(([sign]) => fault.includes(sign))?.[1];
        return remedy === undefined ? fault : `${fault.replace(/\.$/, '')}: ${remedy}`;
      }),
    ];
  } finally {
    await source.destroy();
  }
}
