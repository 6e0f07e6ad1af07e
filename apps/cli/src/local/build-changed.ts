import { pathToFileURL } from 'node:url';
import { projectPath } from '@app/config';
import type * as Script from '../../build-changed.js';

/**
 * Builds each of these apps whose bundle is older than what it is made of. @returns the names built
 * @throws Error with what the compiler said
 */
export const buildChanged: typeof Script.buildChanged = async (apps, progress) => {
  // The very file that built this bundle, and no copy inside it: it finds the project from where it lies.
  const script = pathToFileURL(projectPath('apps', 'cli', 'build-changed.js')).href;
  return await ((await import(/* webpackIgnore: true */ script)) as typeof Script).buildChanged(
    apps,
    progress,
  );
};
