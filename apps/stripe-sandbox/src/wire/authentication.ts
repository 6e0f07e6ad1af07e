import { unauthorised } from './stripe-error.js';

/** Accepts `Bearer <key>` and HTTP Basic with the key as user name. @throws StripeApiError (401) with Stripe's words. */
export function checkKey(authorization: string | undefined, secretKey: string): void {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  const key =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64').toString('utf8').replace(/:.*$/s, '')
      : value;
  if (key === '' || !['basic', 'bearer'].includes(scheme.toLowerCase())) {
    throw unauthorised(
      'You did not provide an API key. You need to provide your API key in the Authorization header, ' +
        "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    );
  }
  if (key !== secretKey) throw unauthorised(`Invalid API Key provided: ${masked(key)}`);
}

const masked = (key: string): string =>
  `${key.slice(0, 8)}${'*'.repeat(8)}${key.length > 16 ? key.slice(-4) : ''}`;
