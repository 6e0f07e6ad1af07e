import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DomainError } from '@app/kernel';
import { Environment } from './environment.js';
import { type Fault, productionFaults } from './production-faults.js';

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
export function loadEnvironment(source?: Variables): Environment {
  const { environment, problems } = readEnvironment(source);
  if (problems.length > 0) throw new ConfigError(problems);
  return environment;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The settings and every problem there is with them, all at once; with a problem they must not be used. Values are in no problem. */
export function readEnvironment(source: Variables = process.env): {
  environment: Environment;
  problems: string[];
} {
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
  problems.push(...pairProblems(environment));
  // What is unsafe is asked of settings that can be read at all.
  if (environment.NODE_ENV === 'production')
    problems.push(...faultsAsFarAsReadable(environment, problems).map(inWords));
  // With NODE_ENV forgotten nothing of that would be asked, and money taken all the same.
  else if (/_live_/.test(environment.STRIPE_SECRET_KEY))
    problems.push(
      'NODE_ENV is not production, and STRIPE_SECRET_KEY is a live key: set NODE_ENV to production, or use a test key',
    );
  return { environment, problems };
}

const inWords = ({ name, why, remedy }: Fault): string => `${name} ${why}: ${remedy}`;

/** Of settings that are missing or malformed that is said already; the others are looked at as if those were in order. */
function faultsAsFarAsReadable(environment: Environment, problems: readonly string[]): Fault[] {
  const broken = new Set(problems.map((line) => /^[A-Z_]+/.exec(line)?.[0]));
  const readable = Object.entries(environment).filter(([name]) => !broken.has(name));
  const whole = Object.assign(new Environment(), READABLE, Object.fromEntries(readable));
  return productionFaults(whole).filter(({ name }) => !broken.has(name));
}

/** Stands for what is missing while the rest is looked at; nothing of it is used. */
const READABLE = {
  DATABASE_URL: 'postgres://missing',
  APP_SECRET: '',
  AUDIT_KEY: '-',
  STRIPE_SECRET_KEY: '',
  STRIPE_WEBHOOK_SECRET: '',
  SMTP_URL: 'smtps://missing',
};

/** Settings that are right each by itself and wrong together. */
const pairProblems = (environment: Environment): string[] => [
  ...halfPairs(environment),
  ...mailboxProblems(environment),
];

/** Settings that mean something together alone. */
const TOGETHER = [
  ['ADZUNA_APP_ID', 'ADZUNA_APP_KEY'],
  ['FILES_URL', 'FILES_KEY_ID', 'FILES_SECRET'],
] as const;

/** A part of them would look set up and never work. */
const halfPairs = (environment: Environment): string[] =>
  TOGETHER.flatMap((names) => {
    const given = names.filter((name) => environment[name] !== undefined);
    const rule = names.length === 2 ? 'set both or neither' : 'set all of them or none';
    return given.length === 0
      ? []
      : names
          .filter((name) => environment[name] === undefined)
          .map((missing) => `${missing} is missing while ${given.join(' and ')} is set: ${rule}`);
  });

/** One mailbox for bounces, and no password in the clear unless somebody says that nobody can listen. */
function mailboxProblems({ BOUNCE_IMAP_URL, BOUNCE_IMAP_TLS, BOUNCE_MAILDIR }: Environment): string[] {
  if (BOUNCE_IMAP_URL === undefined) return [];
  const inTheClear = BOUNCE_IMAP_URL.startsWith('imap://') && BOUNCE_IMAP_TLS === undefined;
  return [
    ...(inTheClear
      ? [
          'BOUNCE_IMAP_URL would send its password in the clear: use imaps://, or set BOUNCE_IMAP_TLS to starttls, or to none if nobody can listen on the way',
        ]
      : []),
    ...(BOUNCE_MAILDIR === undefined
      ? []
      : ['BOUNCE_MAILDIR is set beside BOUNCE_IMAP_URL: bounces arrive in one of them']),
  ];
}
