import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DomainError } from '@app/kernel';
import { Environment } from './environment.js';

/** Raised at boot; the message lists names and reasons and never a value, since values may be secrets. */
export class ConfigError extends DomainError {
  constructor(problems: readonly string[]) {
    super(
      'config_invalid',
      `The environment is not valid:\n${problems.map((line) => `  ${line}`).join('\n')}`,
    );
  }
}

/** Reads and checks the environment. @throws ConfigError naming each variable that is missing or wrong. */
export function loadEnvironment(
  source: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const known = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const environment = plainToInstance(Environment, known, { exposeDefaultValues: true });
  const problems = validateSync(environment, { skipMissingProperties: false }).map((error) =>
    error.value === undefined
      ? `${error.property} is missing`
      : `${error.property}: ${Object.values(error.constraints ?? {})
          .map((reason) => reason.replace(`${error.property} `, ''))
          .join(', ')}`,
  );
  problems.push(...pairProblems(environment), ...productionProblems(environment));
  if (problems.length > 0) throw new ConfigError(problems);
  return environment;
}

/** Half a pair of credentials would look set up and never work. */
function pairProblems({ ADZUNA_APP_ID, ADZUNA_APP_KEY }: Environment): string[] {
  if ((ADZUNA_APP_ID === undefined) === (ADZUNA_APP_KEY === undefined)) return [];
  const [missing, given] =
    ADZUNA_APP_ID === undefined ? ['ADZUNA_APP_ID', 'ADZUNA_APP_KEY'] : ['ADZUNA_APP_KEY', 'ADZUNA_APP_ID'];
  return [`${missing} is missing while ${given} is set: set both or neither`];
}

/** A local stand-in in production would take orders and never charge, so each is refused by name. */
function productionProblems(environment: Environment): string[] {
  if (environment.NODE_ENV !== 'production') return [];
  const problems: string[] = [];
  if (environment.STRIPE_API_URL !== undefined) problems.push('STRIPE_API_URL must not be set in production');
  if (environment.SEND_HOURS !== 'business') problems.push('SEND_HOURS must be business in production');
  if (environment.COMPANY_NUMBER === '00000000')
    problems.push('COMPANY_NUMBER must be that of the company that sells, in production');
  if (environment.SECOND_APPROVAL_FIRST < 20)
    problems.push('SECOND_APPROVAL_FIRST must be 20 or more in production');
  if (environment.SECOND_APPROVAL_PERCENT < 10)
    problems.push('SECOND_APPROVAL_PERCENT must be 10 or more in production');
  if (environment.AUDIT_ANCHOR_FILE === undefined)
    problems.push('AUDIT_ANCHOR_FILE is missing: without it a cut audit log would not show');
  for (const name of ['SITE_URL', 'DESK_URL', 'ADZUNA_API_URL'] as const) {
    if (!environment[name].startsWith('https://'))
      problems.push(`${name} must start with https:// in production`);
  }
  return problems;
}
