import type { Environment } from './environment.js';

/** What seals, and after it what still opens: `APP_SECRET`, then `APP_OLD_SECRETS`. */
export const sealSecrets = ({
  APP_SECRET,
  APP_OLD_SECRETS = '',
}: Pick<Environment, 'APP_SECRET' | 'APP_OLD_SECRETS'>): readonly [string, ...string[]] => [
  APP_SECRET,
  ...APP_OLD_SECRETS.split(/\s+/).filter((secret) => secret !== ''),
];
