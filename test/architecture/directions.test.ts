import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** One breach of each rule, in a file of its own that breaks no other. Of a circle the checker names the first file only. */
const BREACHES = [
  ['apps-stand-alone', 'apps/site/src/main.ts', "import '../../desk/src/main.js';"],
  ['libs-below-apps', 'libs/orders/src/app.ts', "import '../../../apps/desk/src/main.js';"],
  ['libs-by-their-front-door', 'libs/payments/src/door.ts', "import '../../orders/src/inside.js';"],
  ['testing-in-tests-only', 'apps/desk/src/testing.ts', "import '@app/testing';"],
  ['builders-in-tests-only', 'libs/orders/src/building.ts', "import './scene.builder.js';"],
  ['stripe-in-payments', 'libs/orders/src/stripe.ts', "import 'stripe';"],
  ['no-development-tools-at-run-time', 'libs/orders/src/reader.ts', "import 'csv-parse/sync';"],
  ['pdfkit-in-typeset', 'libs/mail/src/pdf.ts', "import 'pdfkit';"],
  ['fontkit-where-letters-are-drawn', 'libs/mail/src/font.ts', "import 'fontkit';"],
  ['pdfjs-in-pdf-reading', 'libs/mail/src/read.ts', "import 'pdfjs-dist';"],
  ['nodemailer-in-mail', 'libs/payments/src/mail.ts', "import 'nodemailer';"],
  ['aws4fetch-in-bucket', 'libs/payments/src/bucket.ts', "import 'aws4fetch';"],
  ['graphile-worker-in-jobs', 'libs/payments/src/job.ts', "import 'graphile-worker';"],
  ['no-cycles', 'libs/blueprint/src/circle.ts', "import './inside.js';"],
] as const;

/** Two folders that need each other, though no two of their files do. The checker names both. */
const CIRCLE_OF_FOLDERS = {
  rule: 'no-circles-of-folders',
  folders: ['libs/pictures/src/far', 'libs/pictures/src/near'],
  files: {
    'near/one.ts': "import '../far/one.js';",
    'far/one.ts': 'export const far = 1;',
    'far/two.ts': "import '../near/two.js';",
    'near/two.ts': 'export const near = 1;',
  },
} as const;

const LIBS = readdirSync('libs');
/** Each lib imports one that it does not declare; no lib may use `desk-reading`, which does not use `messages`. */
const UNDECLARED = LIBS.map((lib) => ({
  rule: `${lib}-uses-what-it-declares`,
  file: `libs/${lib}/src/undeclared.ts`,
  source: `import '@app/${lib === 'desk-reading' ? 'messages' : 'desk-reading'}';`,
}));

/** What is allowed and must stay silent. */
const RIGHT = ['libs/payments/src/right.ts', "import '@app/orders';"] as const;

/** The rules that each file breaks, from one run of the dependency checker over a small copy of the house with all of it planted. */
async function rulesBrokenByFile(): Promise<ReadonlyMap<string, readonly string[]>> {
  const fixture = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const root of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      cpSync(root, join(fixture, root));
    symlinkSync(join(process.cwd(), 'node_modules'), join(fixture, 'node_modules'));
    const plant = (path: string, text: string): void => {
      mkdirSync(dirname(join(fixture, path)), { recursive: true });
      writeFileSync(join(fixture, path), text);
    };
    for (const lib of LIBS) {
      plant(`libs/${lib}/src/index.ts`, "export * from './inside.js';\n");
      cpSync(`libs/${lib}/lib.json`, join(fixture, `libs/${lib}/lib.json`));
      plant(`libs/${lib}/src/inside.ts`, 'export const inside = 1;\n');
    }
    plant('libs/blueprint/src/inside.ts', "import './circle.js';\nexport const inside = 1;\n");
    plant('apps/desk/src/main.ts', 'export const desk = 1;\n');
    plant('libs/orders/src/scene.builder.ts', 'export const scene = 1;\n');
    plant(...RIGHT);
    for (const [, file, source] of BREACHES) plant(file, source);
    for (const { file, source } of UNDECLARED) plant(file, source);
    for (const [file, source] of Object.entries(CIRCLE_OF_FOLDERS.files))
      plant(`libs/pictures/src/${file}`, source);
    const found = new Map<string, string[]>();
    for (const { from, rule } of await violationsIn(fixture))
      found.set(from, [...(found.get(from) ?? []), rule.name]);
    return found;
  } finally {
    rmSync(fixture, { recursive: true, force: true });
  }
}

type Violation = { readonly from: string; readonly rule: { readonly name: string } };

async function violationsIn(fixture: string): Promise<readonly Violation[]> {
  const checker = join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const said = await new Promise<string>((done) =>
    execFile(
      process.execPath,
      [checker, '--output-type', 'json', 'apps', 'libs'],
      { cwd: fixture, maxBuffer: 64_000_000 },
      (_error, stdout) => done(stdout),
    ),
  );
  return (JSON.parse(said) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the directions of the house', () => {
  let broken: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    broken = await rulesBrokenByFile();
  });

  it.each(BREACHES)('%s is caught', (rule, file) => {
    expect(broken.get(file)).toEqual([rule]);
  });

  it.each(UNDECLARED)('$rule is caught', ({ rule, file }) => {
    expect(broken.get(file)).toContain(rule);
  });

  it.each(CIRCLE_OF_FOLDERS.folders)('the circle through %s is caught', (folder) => {
    expect(broken.get(folder)).toEqual([CIRCLE_OF_FOLDERS.rule]);
  });

  it('no platform lib knows a domain lib', () => {
    const caught = UNDECLARED.filter(({ file }) => broken.get(file)?.includes('platform-knows-no-domain'));
    expect(caught.map(({ file }) => file.split('/')[1])).toEqual([
      'bucket',
      'charts',
      'config',
      'database',
      'http',
      'jobs',
      'kernel',
      'log',
      'mail',
      'pdf-reading',
      'pictures',
      'typeset',
    ]);
  });

  it('a right import passes, and nothing is found but what was planted', () => {
    const planted = [
      ...BREACHES.map(([, file]) => file),
      ...UNDECLARED.map(({ file }) => file),
      ...CIRCLE_OF_FOLDERS.folders,
    ];
    expect([...broken.keys()].sort()).toEqual(planted.sort());
  });

  it('no rule is without a planted breach', () => {
    const { forbidden } = createRequire(join(process.cwd(), 'package.json'))('./.dependency-cruiser.cjs') as {
      forbidden: readonly { name: string }[];
    };
    const planted = [
      'platform-knows-no-domain',
      CIRCLE_OF_FOLDERS.rule,
      ...UNDECLARED.map(({ rule }) => rule),
      ...BREACHES.map(([rule]) => rule),
    ];
    expect(planted.sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
