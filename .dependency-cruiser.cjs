/** The directions of the house, as rules that run (`npm run lint`). Each says why it is there. */
const PLATFORM = '(kernel|config|database|jobs|http|mail|charts|pictures)';
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
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or a third is missing.',
      from: { path: '^(apps|libs)/' },
      to: { circular: true },
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
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      comment: 'Platform libs serve every domain lib, so they depend on none.',
      from: { path: `^libs/${PLATFORM}/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/', pathNot: `^libs/${PLATFORM}/` },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      comment: 'The kernel is pure TypeScript at the bottom of everything.',
      from: { path: '^libs/kernel/', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/kernel/' },
    },
    {
      name: 'charts-are-pure',
      severity: 'error',
      comment: 'One drawing serves the page and the paper: charts turn numbers into shapes and know neither.',
      from: { path: '^libs/charts/', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/(charts|kernel)/' },
    },
    {
      name: 'orders-know-no-neighbours',
      severity: 'error',
      comment: 'An order names its next step as a job; who does it (Stripe, PDF, mail) is not its concern.',
      from: { path: '^libs/orders/', pathNot: '\\.test\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/(orders|kernel|config|database|jobs)/' },
    },
    {
      name: 'testing-in-tests-only',
      severity: 'error',
      comment: 'Builders and fake clocks must not reach a customer.',
      from: { path: '^(apps|libs)/', pathNot: ['\\.(test|builder)\\.ts$', '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    only('stripe-in-payments', 'libs/payments', 'stripe'),
    only('pdfkit-in-blueprint', 'libs/blueprint', 'pdfkit'),
    only('fontkit-where-letters-are-drawn', 'libs/(blueprint|pictures)', 'fontkit'),
    only('nodemailer-in-mail', 'libs/mail', 'nodemailer'),
    only('graphile-worker-in-jobs', 'libs/jobs', 'graphile-worker'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
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
