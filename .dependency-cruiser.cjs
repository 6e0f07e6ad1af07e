/**
 * The directions, as rules that run (`npm run lint`). Each says why it is there. What a lib may use, it declares in its `lib.json`; the
 * table in the README is held to the same files.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs');

const DECLARED = readdirSync('libs').filter((lib) => existsSync(`libs/${lib}/lib.json`));
const mayUse = DECLARED.map((lib) => {
  const { uses } = JSON.parse(readFileSync(`libs/${lib}/lib.json`, 'utf8'));
  return {
    name: `${lib}-uses-what-it-declares`,
    severity: 'error',
    comment: `A new direction is a decision: write it into libs/${lib}/lib.json, where the next reader looks for it.`,
    from: { path: `^libs/${lib}/`, pathNot: '\\.(test|builder)\\.ts$' },
    to: { path: '^libs/', pathNot: `^libs/(${[lib, ...uses].join('|')})/` },
  };
});
const PLATFORM = '(kernel|config|database|jobs|http|mail|bucket|charts|pictures|typeset|pdf-reading|log)';
const only = (name, owner, packages) => ({
  name,
  severity: 'error',
  comment: `Only ${owner} speaks to this outside system, so that it can be replaced or repaired in one place.`,
  from: {
    path: '^(apps|libs)/',
    pathNot: [`^${owner}/`, '\\.test\\.ts$', '^libs/testing/', '^apps/stripe-sandbox/'],
  },
  to: { path: `node_modules/(${packages})/` },
});

module.exports = {
  forbidden: [
    ...mayUse,
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or a third is missing.',
      from: { path: '^(apps|libs)/' },
      to: { circular: true },
    },
    {
      name: 'no-circles-of-folders',
      severity: 'error',
      comment:
        'Two folders that need each other are read as one: a file lies in the wrong one, or the line between them is wrong.',
      scope: 'folder',
      from: { path: '^((?:apps|libs)/[^/]+)/' },
      to: { circular: true, path: '^$1/' },
    },
    {
      name: 'apps-stand-alone',
      severity: 'error',
      comment: 'An app is a process of its own; what two apps share belongs in a lib.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-below-apps',
      severity: 'error',
      comment: 'A lib that imports an app can only be used by that app.',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'libs-by-their-front-door',
      severity: 'error',
      comment: 'A lib is used through its index.ts, so that its inside may change.',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: ['^libs/$2/', '\\.builder\\.ts$'] },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      comment: 'Platform libs serve every domain lib, so they depend on none.',
      from: { path: `^libs/${PLATFORM}/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/', pathNot: `^libs/${PLATFORM}/` },
    },
    {
      name: 'builders-in-tests-only',
      severity: 'error',
      comment: 'What builds a scene for a test must not reach a customer.',
      from: { path: '^(apps|libs)/', pathNot: '\\.(test|builder)\\.ts$' },
      to: { path: '\\.builder\\.ts$' },
    },
    {
      name: 'testing-in-tests-only',
      severity: 'error',
      comment: 'Builders and fake clocks must not reach a customer.',
      from: { path: '^(apps|libs)/', pathNot: ['\\.(test|builder)\\.ts$', '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'no-development-tools-at-run-time',
      severity: 'error',
      comment:
        'The image holds `dependencies` alone: what runs there and imports a development tool does not start.',
      from: {
        path: '^(apps/(site|desk|worker|stripe-sandbox)|libs)/',
        pathNot: ['\\.(test|builder)\\.ts$', '/testing/', '^libs/testing/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    only('stripe-in-payments', 'libs/payments', 'stripe'),
    only('pdfkit-in-typeset', 'libs/typeset', 'pdfkit'),
    only('fontkit-where-letters-are-drawn', 'libs/(typeset|pictures)', 'fontkit'),
    only('pdfjs-in-pdf-reading', 'libs/pdf-reading', 'pdfjs-dist'),
    only('nodemailer-in-mail', 'libs/mail', 'nodemailer'),
    only('aws4fetch-in-bucket', 'libs/bucket', 'aws4fetch'),
    only('graphile-worker-in-jobs', 'libs/jobs', 'graphile-worker'),
  ],
  options: {
    // What tests share stands above apps and libs; followed, it would close a circle through every folder that it sets up.
    doNotFollow: { path: ['node_modules', '^test/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
