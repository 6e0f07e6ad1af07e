import { projectPath } from '@app/config';
import type { EmployerRecord } from '@app/occupations';
import { readPrepared, writePrepared } from '../prepared-file.js';
import { loadEmployerKinds } from './check-employers.js';
import { type EmployerKind, KINDS_FOLDER, readEmployerKinds } from './employer-kind.js';
import { type Employing, EMPLOYING_FOLDER, loadEmploying } from './employing.js';

const PREPARED_EMPLOYING = projectPath('libs/labour-market/data/employing.json');
const PREPARED_KINDS = projectPath('libs/labour-market/data/employer-kinds.json');

interface Sources {
  readonly unitGroups: ReadonlyMap<string, unknown>;
  readonly employers: readonly EmployerRecord[];
}

/** Checks who employs every unit group, by kind and name, and writes what apps read of it. @throws ContentError with the problems of all files */
export function prepareEmploying({ unitGroups, employers }: Sources): void {
  const kinds = loadEmployerKinds(employers);
  writePrepared(PREPARED_KINDS, KINDS_FOLDER, kinds);
  writePrepared(PREPARED_EMPLOYING, EMPLOYING_FOLDER, loadEmploying(unitGroups, kinds));
}

/** The kinds of employers: as prepared, or from the files themselves when those have changed since. */
export const readKinds = (): ReadonlyMap<string, EmployerKind> =>
  preparedKinds() ?? readEmployerKinds().kinds;

/** Who employs each unit group: as prepared, or from the files themselves when those have changed since. */
export const readEmploying = (unitGroups: ReadonlyMap<string, unknown>): ReadonlyMap<string, Employing> =>
  preparedEmploying() ?? loadEmploying(unitGroups, readKinds());

/** Undefined when nothing was prepared, or of other files. */
export const preparedEmploying = (): ReadonlyMap<string, Employing> | undefined =>
  readPrepared<Employing>(PREPARED_EMPLOYING, EMPLOYING_FOLDER);

/** Undefined when nothing was prepared, or of other files. */
export const preparedKinds = (): ReadonlyMap<string, EmployerKind> | undefined =>
  readPrepared<EmployerKind>(PREPARED_KINDS, KINDS_FOLDER);
