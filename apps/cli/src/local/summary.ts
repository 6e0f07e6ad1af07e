import type { LocalStack } from './local-stack.js';

/** What is where, how to sign in, and which cards to use; printed once the stack stands. */
export function summaryOf(stack: LocalStack, milliseconds: number): string {
  const rows: [string, string][] = [
    ['Site', stack.siteUrl],
    ['Desk (staff)', stack.deskUrl],
    ['Inbox (all email)', stack.inboxUrl ?? 'the server of SMTP_URL'],
    ['Stripe sandbox', stack.sandboxUrl ?? 'the account of STRIPE_SECRET_KEY'],
    ['Worker’s health', `${stack.workerUrl}/health`],
    ['Logs', stack.logs],
  ];
  const staff = stack.staff
    ? [
        '',
        'Sign in to the desk',
        `  email     ${stack.staff.email}`,
        `  password  ${stack.staff.password}`,
        `  code      npm run --silent cli -- staff code   (or put ${stack.staff.totpSecret} into an authenticator app)`,
      ]
    : [];
  const cards = stack.sandboxUrl
    ? [
        '',
        'Cards for the sandbox (any future date, any CVC; no money moves)',
        '  4242 4242 4242 4242  succeeds            4000 0000 0000 0002  is declined',
        '  4000 0027 6000 3184  asks for 3-D Secure 4000 0000 0000 0259  succeeds, then is disputed',
      ]
    : [];
  return [
    '',
    ...rows.map(([name, value]) => `${name.padEnd(18)}  ${value}`),
    ...staff,
    ...cards,
    '',
    `Ready in ${(milliseconds / 1000).toFixed(1)} s. Open ${stack.siteUrl} and start. Ctrl-C stops everything.`,
    '',
  ].join('\n');
}
