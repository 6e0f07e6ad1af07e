import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds `templates/` and the shipped data, joined with `parts`. It is found upwards from the program itself, so an app runs
 * from any working directory, and only then from the working directory. @throws Error when there is no such folder.
 */
export function projectPath(...parts: string[]): string {
  return join((root ??= findRoot()), ...parts);
}

let root: string | undefined;

function findRoot(): string {
  const program = process.argv[1];
  const starts = [...(program && existsSync(program) ? [dirname(realpathSync(program))] : []), process.cwd()];
  for (const start of starts)
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'templates'))) return folder;
      if (folder === dirname(folder)) break;
    }
  throw new Error(
    'No templates/ folder was found, neither above the program nor above the working directory.',
  );
}
