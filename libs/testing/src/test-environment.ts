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
    // Tests of the rule set them as they are in production.
    SECOND_APPROVAL_FIRST: '0',
    SECOND_APPROVAL_PERCENT: '0',
    ...overrides,
  });
}
