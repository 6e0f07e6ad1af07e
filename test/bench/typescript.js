import { register } from 'node:module';

/** `node --import ./test/bench/typescript.js file.ts` runs TypeScript as the tests do, without a build: the figures are of the code as it stands. */
register('./typescript-hooks.js', import.meta.url);
