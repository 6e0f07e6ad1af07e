import { loadEnvironment } from './load-environment.js';

const good = {
  DATABASE_URL: 'postgres://u:p@localhost/db',
  APP_SECRET: 'a-secret-of-at-least-thirty-two-characters',
  AUDIT_KEY: 'a-key-of-at-least-thirty-two-characters',
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  SMTP_URL: 'smtp://localhost:1025',
};

describe('loadEnvironment', () => {
  it('fills in defaults and turns text into numbers and flags', () => {
    const environment = loadEnvironment({ ...good, SITE_PORT: '8080', PROMOTION_CODES: 'true' });
    expect(environment).toMatchObject({ SITE_PORT: 8080, PROMOTION_CODES: true, PRICE_PENCE: 4900 });
  });

  it('names what is missing', () => {
    expect(() => loadEnvironment({ ...good, SMTP_URL: undefined })).toThrow('SMTP_URL is missing');
  });

  it('names what is wrong and never prints the value', () => {
    const broken = { ...good, STRIPE_SECRET_KEY: 'hunter2', SITE_PORT: 'http' };
    expect(() => loadEnvironment(broken)).toThrow(/STRIPE_SECRET_KEY: must be a Stripe secret key/);
    expect(() => loadEnvironment(broken)).toThrow(/SITE_PORT/);
    expect(() => loadEnvironment(broken)).not.toThrow(/hunter2/);
  });

  it('refuses local stand-ins in production', () => {
    expect(() =>
      loadEnvironment({ ...good, NODE_ENV: 'production', STRIPE_API_URL: 'http://localhost:4242' }),
    ).toThrow('STRIPE_API_URL must not be set in production');
  });

  it('takes real money in production alone, where all else is asked for', () => {
    for (const NODE_ENV of [undefined, 'development', 'test'])
      expect(() => loadEnvironment({ ...good, NODE_ENV, STRIPE_SECRET_KEY: 'rk_live_hunter2' })).toThrow(
        'NODE_ENV is not production, and STRIPE_SECRET_KEY is a live key',
      );
  });

  it('takes the vacancies key whole or not at all, and sends it in clear nowhere in production', () => {
    expect(loadEnvironment(good).ADZUNA_APP_KEY).toBeUndefined();
    expect(() => loadEnvironment({ ...good, ADZUNA_APP_ID: 'id' })).toThrow('ADZUNA_APP_KEY is missing');
    expect(() => loadEnvironment({ ...good, ADZUNA_APP_KEY: 'hunter2' })).toThrow('ADZUNA_APP_ID is missing');
    expect(() => loadEnvironment({ ...good, ADZUNA_APP_KEY: 'hunter2' })).not.toThrow(/hunter2/);
    expect(loadEnvironment({ ...good, ADZUNA_APP_ID: 'id', ADZUNA_APP_KEY: 'key' })).toMatchObject({
      ADZUNA_APP_ID: 'id',
      ADZUNA_API_URL: 'https://api.adzuna.com',
    });
    expect(() =>
      loadEnvironment({ ...good, NODE_ENV: 'production', ADZUNA_API_URL: 'http://api.example' }),
    ).toThrow('ADZUNA_API_URL must start with https://');
  });

  it('takes a bucket whole or not at all', () => {
    const all = {
      FILES_URL: 'https://s3.example.net/blueprints?region=eu-west-2',
      FILES_KEY_ID: 'id',
      FILES_SECRET: 'hunter2',
    };
    expect(loadEnvironment({ ...good, ...all })).toMatchObject(all);
    for (const name of Object.keys(all)) {
      const rest = Object.fromEntries(Object.entries(all).filter(([other]) => other !== name));
      expect(() => loadEnvironment({ ...good, ...rest })).toThrow(`${name} is missing while`);
      expect(() => loadEnvironment({ ...good, ...rest })).not.toThrow(/hunter2/);
    }
    for (const FILES_URL of [
      'https://s3.example.net',
      'https://a:b@s3.example.net/x',
      's3://blueprints',
      'https://s3.example.net/a/b',
    ])
      expect(() => loadEnvironment({ ...good, ...all, FILES_URL })).toThrow('FILES_URL: must be');
  });

  it('takes a mailbox for bounces with a login and TLS, one of them, and never prints the password', () => {
    const url = 'imaps://bounces%40pivotwise.example:hunter2@mail.pivotwise.example/Bounces';
    expect(loadEnvironment({ ...good, BOUNCE_IMAP_URL: url })).toMatchObject({ BOUNCE_IMAP_URL: url });
    const plain = url.replace('imaps', 'imap');
    expect(() => loadEnvironment({ ...good, BOUNCE_IMAP_URL: plain })).toThrow(
      'BOUNCE_IMAP_URL would send its password in the clear: use imaps://, or set BOUNCE_IMAP_TLS',
    );
    for (const BOUNCE_IMAP_TLS of ['starttls', 'none'])
      expect(loadEnvironment({ ...good, BOUNCE_IMAP_URL: plain, BOUNCE_IMAP_TLS })).toMatchObject({
        BOUNCE_IMAP_TLS,
      });
    for (const wrong of ['imaps://mail.example', 'imaps://hunter2@mail.example', 'pop3://a:hunter2@b']) {
      expect(() => loadEnvironment({ ...good, BOUNCE_IMAP_URL: wrong })).toThrow(
        'BOUNCE_IMAP_URL: must be imaps://user:password@host',
      );
      expect(() => loadEnvironment({ ...good, BOUNCE_IMAP_URL: wrong })).not.toThrow(/hunter2/);
    }
    expect(() => loadEnvironment({ ...good, BOUNCE_IMAP_URL: url, BOUNCE_MAILDIR: '/m' })).toThrow(
      'BOUNCE_MAILDIR is set beside BOUNCE_IMAP_URL',
    );
  });

  it('takes a secret for the reports of a mail provider that is long enough to be one', () => {
    expect(() => loadEnvironment({ ...good, BOUNCE_WEBHOOK_SECRET: 'whsec_aHVudGVyMg==' })).toThrow(
      'BOUNCE_WEBHOOK_SECRET: must be whsec_ and at least 24 random bytes in Base64',
    );
    const BOUNCE_WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 'abc').toString('base64')}`;
    expect(loadEnvironment({ ...good, BOUNCE_WEBHOOK_SECRET })).toMatchObject({ BOUNCE_WEBHOOK_SECRET });
  });
});
