/** One setting of a safe production changed, and the name and words by which it is refused. */
export type Unsafe = readonly [what: string, change: Readonly<Record<string, string>>, words: RegExp];

export const UNSAFE: readonly Unsafe[] = [
  ['a test key of Stripe', { STRIPE_SECRET_KEY: 'sk_test_local_sandbox' }, /STRIPE_SECRET_KEY is a test key/],
  ['a restricted test key', { STRIPE_SECRET_KEY: 'rk_test_1' }, /STRIPE_SECRET_KEY is a test key/],
  ['the Stripe sandbox', { STRIPE_API_URL: 'http://stripe-sandbox:4242' }, /STRIPE_API_URL must not be set/],
  [
    'the example webhook secret',
    { STRIPE_WEBHOOK_SECRET: 'whsec_local_compose_only' },
    /STRIPE_WEBHOOK_SECRET is an example/,
  ],
  ['the example seller', { SELLER_NAME: 'Pivotwise Ltd (example)' }, /SELLER_NAME is the example/],
  [
    'the example address',
    { SELLER_ADDRESS: '1 Example Street, London, EX1 1EX' },
    /SELLER_ADDRESS is the example/,
  ],
  ['the example company', { COMPANY_NUMBER: '00000000' }, /COMPANY_NUMBER is the example/],
  [
    'the example secret',
    { APP_SECRET: 'local-compose-only-local-compose-only-00' },
    /APP_SECRET is an example/,
  ],
  ['a secret of one sign', { APP_SECRET: 'x'.repeat(40) }, /APP_SECRET is an example, or nothing random/],
  [
    'a secret of few signs',
    { APP_SECRET: '0110101001010101101010110101010110101' },
    /APP_SECRET is an example, or nothing random/,
  ],
  [
    'the example audit key',
    { AUDIT_KEY: 'local-compose-only-local-compose-audit-00' },
    /AUDIT_KEY is an example/,
  ],
  [
    'one secret for both',
    { AUDIT_KEY: '5f0c8e2a97b34d16a8c1e07d92b6f3458e1d7a60c9b24f83' },
    /AUDIT_KEY is the same as APP_SECRET/,
  ],
  ['no anchor of the audit log', { AUDIT_ANCHOR_FILE: '' }, /AUDIT_ANCHOR_FILE is missing/],
  [
    'email in the clear',
    { SMTP_URL: 'smtp://mail.pivotwise.co.uk:25' },
    /SMTP_URL would send blueprints in the clear/,
  ],
  [
    'a mail server whose certificate nobody checks',
    { SMTP_URL: 'smtps://mail.pivotwise.co.uk?tls.rejectUnauthorized=false' },
    /SMTP_URL changes how TLS is checked/,
  ],
  [
    'the same with its dot written otherwise',
    { SMTP_URL: 'smtps://mail.pivotwise.co.uk?tls%2ErejectUnauthorized=false' },
    /SMTP_URL changes how TLS is checked/,
  ],
  ['an example sender', { MAIL_FROM: 'Pivotwise <hello@pivotwise.example>' }, /MAIL_FROM is an example/],
  ['a sender that is none', { MAIL_FROM: 'Pivotwise' }, /MAIL_FROM names no sender/],
  ['a sender without a whole domain', { MAIL_FROM: 'hello@localhost' }, /MAIL_FROM/],
  ['an example for help', { SUPPORT_EMAIL: 'help@example.com' }, /SUPPORT_EMAIL is an example/],
  ['no trusted proxy', { TRUSTED_PROXIES: '0' }, /TRUSTED_PROXIES is 0/],
  ['a site without TLS', { SITE_URL: 'http://pivotwise.co.uk' }, /SITE_URL must start with https/],
  ['a site at a number', { SITE_URL: 'https://192.0.2.7' }, /SITE_URL is no public address/],
  ['a site with a name of one house', { SITE_URL: 'https://intranet' }, /SITE_URL is no public address/],
  ['a site on this machine', { SITE_URL: 'https://localhost' }, /SITE_URL is no public address/],
  ['an example site', { SITE_URL: 'https://pivotwise.example' }, /SITE_URL is no public address/],
  ['a site below a path', { SITE_URL: 'https://pivotwise.co.uk/site' }, /SITE_URL is more than a host/],
  [
    'a site with a password in it',
    { SITE_URL: 'https://a:b@pivotwise.co.uk' },
    /SITE_URL is more than a host/,
  ],
  ['a desk without TLS', { DESK_URL: 'http://desk.pivotwise.co.uk' }, /DESK_URL must start with https/],
  ['a desk at the site', { DESK_URL: 'https://pivotwise.co.uk' }, /DESK_URL is the address of the site/],
  [
    'a desk at another port of the site',
    { DESK_URL: 'https://pivotwise.co.uk:8443' },
    /DESK_URL is the address of the site/,
  ],
  ['blueprints at any hour', { SEND_HOURS: 'always' }, /SEND_HOURS must be business/],
  ['nobody’s first approvals seen', { SECOND_APPROVAL_FIRST: '0' }, /SECOND_APPROVAL_FIRST must be 20/],
  ['no approvals drawn', { SECOND_APPROVAL_PERCENT: '0' }, /SECOND_APPROVAL_PERCENT must be 10/],
  [
    'vacancies in the clear',
    { ADZUNA_API_URL: 'http://api.adzuna.com' },
    /ADZUNA_API_URL must start with https/,
  ],
  [
    'a database asked in the clear',
    { DATABASE_URL: 'postgres://pivotwise_app@db.pivotwise.co.uk/pivotwise' },
    /DATABASE_URL would send names and answers in the clear/,
  ],
  [
    'a database whose certificate nobody checks',
    { DATABASE_URL: 'postgres://pivotwise_app@db.pivotwise.co.uk/pivotwise?sslmode=require' },
    /DATABASE_URL would send names and answers in the clear/,
  ],
  [
    'a database elsewhere that calls itself this machine',
    { DATABASE_URL: 'postgres://pivotwise_app@localhost/pivotwise?host=db.pivotwise.co.uk' },
    /DATABASE_URL would send names and answers in the clear/,
  ],
  [
    'a database whose certificate is checked, and then not',
    { DATABASE_URL: 'postgres://pivotwise_app@db.pivotwise.co.uk/x?sslmode=verify-full&sslmode=disable' },
    /DATABASE_URL would send names and answers in the clear/,
  ],
  [
    'the owner of the tables',
    { MIGRATION_DATABASE_URL: 'postgres://pivotwise_app@db.pivotwise.co.uk/pivotwise' },
    /DATABASE_URL is of the role that owns/,
  ],
  [
    'a secret for reports of bounces that is nothing random',
    { BOUNCE_WEBHOOK_SECRET: `whsec_${'QUFB'.repeat(11)}` },
    /BOUNCE_WEBHOOK_SECRET is an example, or nothing random/,
  ],
  [
    'files kept elsewhere in the clear',
    {
      FILES_URL: 'http://s3.eu-west-2.amazonaws.com/blueprints?region=eu-west-2',
      FILES_KEY_ID: 'AKIA0NOBODYS',
      FILES_SECRET: 'kX8Zq2mT7vB4nW9cJ3pH6rL1sD5fG0yA8uE2iO7t',
    },
    /FILES_URL would send blueprints in the clear/,
  ],
  [
    'an example of a secret for files',
    {
      FILES_URL: 'https://s3.eu-west-2.amazonaws.com/blueprints?region=eu-west-2',
      FILES_KEY_ID: 'AKIA0NOBODYS',
      FILES_SECRET: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    },
    /FILES_SECRET is an example, or nothing random/,
  ],
  [
    'a mailbox for bounces read in the clear',
    { BOUNCE_IMAP_URL: 'imap://user:password@mail.pivotwise.co.uk' },
    /BOUNCE_IMAP_URL would send its password in the clear/,
  ],
];
