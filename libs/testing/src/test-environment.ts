import { type Environment, loadEnvironment } from '@app/config';

/** A valid environment for tests; name only what matters. */
export function testEnvironment(overrides: Readonly<Record<string, string>> = {}): Environment {
  return loadEnvironment({
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://nobody@localhost/none',
    APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    AUDIT_KEY: 'audit-only-for-tests-audit-only-for-tests',
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_WEBHOOK_SECRET: 'whsec_test',
    SMTP_URL: 'smtp://127.0.0.1:1025',
    LOG_LEVEL: 'silent',
    // Whatever the product costs by default, tests name sums.
    PRICE_PENCE: '4900',
    // Tests of the rule set them as they are in production.
    SECOND_APPROVAL_FIRST: '0',
    SECOND_APPROVAL_PERCENT: '0',
    ...overrides,
  });
}

/** Settings with which production starts. Nothing of it is anybody's. */
export const PRODUCTION: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://pivotwise_app@db.pivotwise.co.uk/pivotwise?sslmode=verify-full',
  SITE_URL: 'https://pivotwise.co.uk',
  DESK_URL: 'https://desk.pivotwise.co.uk',
  TRUSTED_PROXIES: '1',
  APP_SECRET: '5f0c8e2a97b34d16a8c1e07d92b6f3458e1d7a60c9b24f83',
  AUDIT_KEY: 'c27e91ab40d85f36e19b7042d6a8f5c33d0e91b87a46f2d5',
  AUDIT_ANCHOR_FILE: '/var/lib/anchor',
  STRIPE_SECRET_KEY: 'rk_live_nobodys',
  STRIPE_WEBHOOK_SECRET: 'whsec_Zk3vQ9mT1xB7rL5nW2cJ8pH4',
  SMTP_URL: 'smtps://mail.pivotwise.co.uk',
  MAIL_FROM: 'Pivotwise <hello@pivotwise.co.uk>',
  SUPPORT_EMAIL: 'help@pivotwise.co.uk',
  SELLER_NAME: 'Pivotwise Ltd',
  SELLER_ADDRESS: '12 Somewhere Lane, Leeds, LS1 2AB',
  COMPANY_NUMBER: '01234567',
  SECOND_APPROVAL_FIRST: '20',
  SECOND_APPROVAL_PERCENT: '10',
};
