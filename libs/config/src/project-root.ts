import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds `templates/` and the shipped data, found upwards from the working directory, so that the apps run from
 * any folder inside a checkout or an image. Joined with `parts`. @throws Error when no such folder is found.
 */
export function projectPath(...parts: string[]): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'nest-cli.json')) && existsSync(join(folder, 'templates')))
      return join(folder, ...parts);
    if (folder === dirname(folder))
      throw new Error('Start the app from inside the project: no templates/ folder was found.');
  }
}
