import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restartOnChange } from './restart-on-change.js';

let folder: string;
let stopWatching: AbortController;
let watching: Promise<void>;
let said: string[];
let restarted: string[];
let waiting: { readonly until: () => boolean; readonly go: () => void }[];
let build: () => Promise<readonly string[]>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watched-'));
  [said, restarted, waiting] = [[], [], []];
  stopWatching = new AbortController();
  const look = (): void => waiting.filter(({ until }) => until()).forEach(({ go }) => go());
  watching = restartOnChange({
    stack: {
      app: () => undefined,
      restart: async (name) => {
        restarted.push(name);
        look();
      },
      sandboxUrl: undefined,
    },
    progress: (line) => {
      said.push(line);
      look();
    },
    signal: stopWatching.signal,
    folders: [folder],
    build: () => build(),
  });
});
afterEach(async () => {
  stopWatching.abort();
  await watching;
  rmSync(folder, { recursive: true });
});

const until = (true_: () => boolean): Promise<void> =>
  new Promise((go) => (true_() ? go() : waiting.push({ until: true_, go })));
const save = (name: string): void => writeFileSync(join(folder, name), 'new');

describe('what is edited', () => {
  it('as code starts the apps again that were built of it', async () => {
    build = async () => ['desk'];
    save('page.ts');
    await until(() => restarted.length === 1);
    expect(restarted).toEqual(['desk']);
  });

  it('as a template starts every app again that reads templates', async () => {
    build = async () => [];
    save('home.liquid');
    await until(() => restarted.length === 3);
    expect(restarted).toEqual(['site', 'desk', 'worker']);
  });

  it('as both at once does both, whichever was saved last; a test starts nothing', async () => {
    build = async () => ['stripe-sandbox'];
    save('home.liquid');
    save('page.ts');
    save('page.test.ts');
    await until(() => restarted.length === 4);
    expect([...restarted].sort()).toEqual(['desk', 'site', 'stripe-sandbox', 'worker']);
    expect(said.filter((line) => line.includes('test.ts'))).toEqual([]);
  });

  it('into something that cannot be built leaves all running, and is tried again at the next change', async () => {
    build = () => Promise.reject(new Error('desk could not be built: page.ts:3'));
    save('page.ts');
    await until(() => said.includes('desk could not be built: page.ts:3'));
    expect(restarted).toEqual([]);
    build = async () => ['desk'];
    save('page.ts');
    await until(() => restarted.length === 1);
  });
});
