import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Plants one file in a small copy of the house and returns what the dependency checker says of it. */
async function verdictOn(file: string, source: string): Promise<string> {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const root of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      cpSync(root, join(house, root));
    symlinkSync(join(process.cwd(), 'node_modules'), join(house, 'node_modules'));
    const plant = (path: string, text: string): void => {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    };
    for (const lib of ['kernel', 'orders', 'payments', 'http', 'charts', 'testing', 'mail', 'blueprint']) {
      plant(`libs/${lib}/src/index.ts`, "export * from './inside.js';\n");
      plant(`libs/${lib}/src/inside.ts`, 'export const inside = 1;\n');
      cpSync(`libs/${lib}/lib.json`, join(house, `libs/${lib}/lib.json`));
    }
    plant('apps/desk/src/main.ts', 'export const desk = 1;\n');
    plant('libs/orders/src/scene.builder.ts', 'export const scene = 1;\n');
    plant(file, source);
    return await new Promise((said) => {
      execFile(
        process.execPath,
        [
          join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
          '--output-type',
          'err',
          'apps',
          'libs',
        ],
        { cwd: house },
        (_error, stdout) => said(stdout),
      );
    });
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

describe('the directions of the house', () => {
  it.each([
    ['apps-stand-alone', 'apps/site/src/main.ts', "import '../../desk/src/main.js';"],
    ['libs-below-apps', 'libs/orders/src/wrong.ts', "import '../../../apps/desk/src/main.js';"],
    ['libs-by-their-front-door', 'libs/payments/src/wrong.ts', "import '../../orders/src/inside.js';"],
    ['platform-knows-no-domain', 'libs/http/src/wrong.ts', "import '@app/orders';"],
    ['kernel-uses-what-it-declares', 'libs/kernel/src/wrong.ts', "import '@app/http';"],
    ['orders-uses-what-it-declares', 'libs/orders/src/wrong.ts', "import '@app/payments';"],
    ['builders-in-tests-only', 'libs/orders/src/wrong.ts', "import './scene.builder.js';"],
    ['testing-in-tests-only', 'libs/orders/src/wrong.ts', "import '@app/testing';"],
    ['stripe-in-payments', 'libs/orders/src/wrong.ts', "import 'stripe';"],
    ['pdfkit-in-typeset', 'libs/mail/src/wrong.ts', "import 'pdfkit';"],
    ['no-cycles', 'libs/orders/src/inside.ts', "import './index.js';\nexport const inside = 1;"],
  ])('%s is caught', async (rule, file, source) => {
    expect(await verdictOn(file, source)).toContain(rule);
  });

  it('a house without a breach passes', async () => {
    expect(await verdictOn('libs/payments/src/right.ts', "import '@app/orders';")).toContain(
      'no dependency violations found',
    );
  });
});
