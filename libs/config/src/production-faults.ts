import type { Environment } from './environment.js';

/** A setting with which production would be unsafe or would not be what it says it is. */
export interface Fault {
  readonly name: string;
  /** What is wrong, without the value: it may be a secret. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Names that belong to nobody (RFC 2606, RFC 6761), to the maker of the examples, or to one machine. */
const NOBODYS = /(^|\.)(example|test|invalid|localhost|local|internal)$|(^|\.)example\.(com|net|org)$/i;
const EXAMPLE_SECRET =
  /local[-_]compose|only[-_]for[-_]tests|change-?me|example|secret-of-at-least|^(.{1,4})\1+$/i;
/** This machine, as a URL names it. */
const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
/** Fewer different signs than this is no random secret of 32 characters. */
const FEWEST_SIGNS = 10;

/** Everything that forbids a start in production, in the order of the README's table. Pure: nothing is asked of the network. */
export function productionFaults(environment: Environment): Fault[] {
  return [
    ...databaseFaults(environment),
    ...filesFaults(environment),
    ...addressFaults(environment),
    ...secretFaults(environment),
    ...stripeFaults(environment),
    ...mailFaults(environment),
    ...sellerFaults(environment),
    ...reviewFaults(environment),
  ];
}

function databaseFaults({ DATABASE_URL, MIGRATION_DATABASE_URL, DATABASE_TLS }: Environment): Fault[] {
  const faults: Fault[] = [];
  if (MIGRATION_DATABASE_URL !== undefined && userOf(MIGRATION_DATABASE_URL) === userOf(DATABASE_URL))
    faults.push({
      name: 'DATABASE_URL',
      why: 'is of the role that owns the tables, whom no trigger stops',
      remedy: 'give the applications a role of their own; `migrate` makes and grants it',
    });
  const urls = { DATABASE_URL, ...(MIGRATION_DATABASE_URL !== undefined && { MIGRATION_DATABASE_URL }) };
  for (const [name, url] of Object.entries(urls))
    if (DATABASE_TLS !== 'none' && !isPrivateWay(url))
      faults.push({
        name,
        why: 'would send names and answers in the clear, or to whoever says to be the database',
        remedy: 'add ?sslmode=verify-full, or set DATABASE_TLS to none if nobody can listen on the way',
      });
  return faults;
}

/** TLS with the server's certificate checked, or no network at all: this machine, or a socket. Of what is said twice the driver takes the last. */
function isPrivateWay(url: string): boolean {
  try {
    const { hostname, searchParams } = new URL(url);
    const host = searchParams.getAll('host').at(-1) ?? hostname;
    return (
      ['', ...LOOPBACK, '::1'].includes(host) ||
      host.startsWith('/') ||
      searchParams.getAll('sslmode').at(-1) === 'verify-full'
    );
  } catch {
    return false;
  }
}

function filesFaults({ FILES_URL }: Environment): Fault[] {
  if (FILES_URL === undefined || FILES_URL.startsWith('https://')) return [];
  if (LOOPBACK.includes(new URL(FILES_URL).hostname)) return [];
  return [
    {
      name: 'FILES_URL',
      why: 'would send blueprints in the clear, or to whoever says to be the store',
      remedy: 'use https://',
    },
  ];
}

function addressFaults({ SITE_URL, DESK_URL, ADZUNA_API_URL, TRUSTED_PROXIES }: Environment): Fault[] {
  const faults: Fault[] = [];
  for (const [name, value] of [
    ['SITE_URL', SITE_URL],
    ['DESK_URL', DESK_URL],
  ] as const) {
    const url = new URL(value);
    const remedy = 'name the public address as people type it: https:// and a host, nothing after it';
    if (url.protocol !== 'https:') faults.push({ name, why: 'must start with https://', remedy });
    if (NOBODYS.test(url.hostname) || isNumber(url.hostname) || !url.hostname.includes('.'))
      faults.push({ name, why: 'is no public address', remedy });
    if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
      faults.push({ name, why: 'is more than a host', remedy });
  }
  // Cookies know no ports.
  if (new URL(SITE_URL).hostname === new URL(DESK_URL).hostname)
    faults.push({
      name: 'DESK_URL',
      why: 'is the address of the site',
      remedy: 'give the desk a host of its own, so that neither has the other’s cookies',
    });
  if (!ADZUNA_API_URL.startsWith('https://'))
    faults.push({ name: 'ADZUNA_API_URL', why: 'must start with https://', remedy: 'leave it unset' });
  if (TRUSTED_PROXIES === 0)
    faults.push({
      name: 'TRUSTED_PROXIES',
      why: 'is 0, although a proxy must end TLS: every visitor would have its address, and one limit for all',
      remedy: 'say how many proxies stand in front, commonly 1, and let them set X-Forwarded-For',
    });
  return faults;
}

const REMEDIES: Readonly<Record<string, string>> = {
  STRIPE_WEBHOOK_SECRET: 'copy it from the endpoint in Stripe’s dashboard',
  FILES_SECRET: 'copy it from where the bucket is kept',
  BOUNCE_WEBHOOK_SECRET: 'make one with `echo "whsec_$(openssl rand -base64 32)"`',
};

function secretFaults({ APP_SECRET, AUDIT_KEY, AUDIT_ANCHOR_FILE, ...rest }: Environment): Fault[] {
  const remedy = 'make one with `openssl rand -hex 32`';
  const faults: Fault[] = [
    ['APP_SECRET', APP_SECRET],
    ['AUDIT_KEY', AUDIT_KEY],
    ['STRIPE_WEBHOOK_SECRET', rest.STRIPE_WEBHOOK_SECRET],
    ['BOUNCE_WEBHOOK_SECRET', rest.BOUNCE_WEBHOOK_SECRET],
    ['FILES_SECRET', rest.FILES_SECRET],
  ]
    .flatMap(([name = '', value]) => (value === undefined ? [] : [{ name, value }]))
    .filter(
      ({ value }) => EXAMPLE_SECRET.test(value) || new Set(value.replace(/^whsec_/, '')).size < FEWEST_SIGNS,
    )
    .map(({ name }) => ({
      name,
      why: 'is an example, or nothing random',
      remedy: REMEDIES[name] ?? remedy,
    }));
  if (APP_SECRET === AUDIT_KEY) faults.push({ name: 'AUDIT_KEY', why: 'is the same as APP_SECRET', remedy });
  if (AUDIT_ANCHOR_FILE === undefined)
    faults.push({
      name: 'AUDIT_ANCHOR_FILE',
      why: 'is missing: without it a cut audit log would not show',
      remedy: 'name a file on another disk or machine than the database',
    });
  return faults;
}

function stripeFaults({ STRIPE_SECRET_KEY, STRIPE_API_URL }: Environment): Fault[] {
  const faults: Fault[] = [];
  if (STRIPE_SECRET_KEY.includes('_test_'))
    faults.push({
      name: 'STRIPE_SECRET_KEY',
      why: 'is a test key: orders would be taken and nobody charged',
      remedy: 'set the live key, best a restricted one (rk_live_…)',
    });
  if (STRIPE_API_URL !== undefined)
    faults.push({ name: 'STRIPE_API_URL', why: 'must not be set in production', remedy: 'leave it unset' });
  return faults;
}

function mailFaults({ SMTP_URL, SMTP_TLS, MAIL_FROM, SUPPORT_EMAIL }: Environment): Fault[] {
  const faults: Fault[] = [];
  if (SMTP_URL.startsWith('smtp://') && SMTP_TLS === undefined)
    faults.push({
      name: 'SMTP_URL',
      why: 'would send blueprints in the clear if the mail server lets it',
      remedy: 'use smtps://, or set SMTP_TLS to starttls, or to none if nobody can listen on the way',
    });
  if (optionsOf(SMTP_URL).some((name) => name.startsWith('tls') && name !== 'tls.servername'))
    faults.push({
      name: 'SMTP_URL',
      why: 'changes how TLS is checked, and would send blueprints to whoever says to be the mail server',
      remedy: 'leave out what begins with tls. in it, tls.servername aside',
    });
  const sender = /^(?:[^<>]+<)?[^\s<>@]+@([^\s<>@]+\.[^\s<>@]+?)>?$/.exec(MAIL_FROM)?.[1];
  for (const [name, domain] of [
    ['MAIL_FROM', sender],
    ['SUPPORT_EMAIL', SUPPORT_EMAIL.split('@')[1]],
  ] as const)
    if (domain === undefined || NOBODYS.test(domain))
      faults.push({
        name,
        why: domain === undefined ? 'names no sender' : 'is an example',
        remedy: 'name an address of yours that takes mail, such as Name <hello@your.domain>',
      });
  return faults;
}

function sellerFaults({ SELLER_NAME, SELLER_ADDRESS, COMPANY_NUMBER }: Environment): Fault[] {
  const remedy = 'say who sells, as the law wants it on every page, email and receipt';
  return [
    ['SELLER_NAME', SELLER_NAME.trim() === '' || /\bexample\b/i.test(SELLER_NAME)],
    ['SELLER_ADDRESS', SELLER_ADDRESS.trim() === '' || /\bexample\b/i.test(SELLER_ADDRESS)],
    ['COMPANY_NUMBER', COMPANY_NUMBER === '00000000'],
  ]
    .filter(([, wrong]) => wrong)
    .map(([name]) => ({ name: String(name), why: 'is the example', remedy }));
}

function reviewFaults(environment: Environment): Fault[] {
  const { SEND_HOURS, SECOND_APPROVAL_FIRST, SECOND_APPROVAL_PERCENT } = environment;
  const faults: Fault[] = [];
  if (SEND_HOURS !== 'business')
    faults.push({ name: 'SEND_HOURS', why: 'must be business in production', remedy: 'leave it unset' });
  if (SECOND_APPROVAL_FIRST < 20)
    faults.push({
      name: 'SECOND_APPROVAL_FIRST',
      why: 'must be 20 or more in production',
      remedy: 'leave it unset',
    });
  if (SECOND_APPROVAL_PERCENT < 10)
    faults.push({
      name: 'SECOND_APPROVAL_PERCENT',
      why: 'must be 10 or more in production',
      remedy: 'leave it unset',
    });
  return faults;
}

const isNumber = (host: string): boolean => /^[\d.]+$|^\[/.test(host);

/** The names after the question mark as whoever sends reads them: decoded. An address that cannot be read is refused by its own rule. */
const optionsOf = (url: string): string[] => [
  ...new URLSearchParams(url.split('?').slice(1).join('?')).keys(),
];

const userOf = (url: string): string => {
  try {
    return new URL(url).username;
  } catch {
    return '';
  }
};
