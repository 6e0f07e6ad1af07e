import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import { type EmbeddedServer, startEmbeddedServer } from '@app/database';
import { buildChanged } from './build-changed.js';
import { ensureFirstStaff } from './first-staff.js';
import { ChildApp } from './child-app.js';
import { migrateAll } from '../migrate-all.js';
import { type LocalPorts, refuseTakenPorts } from './local-ports.js';
import { localSecrets, type LocalStaff } from './local-settings.js';
import { forgetRunning, takeOver, writeRunning } from './running-stack.js';

export interface LocalStackOptions {
  /** Where the database, secrets and logs of this stack live. */
  readonly folder: string;
  readonly ports: LocalPorts;
  /** Variables that replace a local part by a real one, or change a setting. */
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: (line: string) => void;
  readonly onCrash: (message: string) => void;
}

export interface LocalStack {
  readonly siteUrl: string;
  readonly deskUrl: string;
  /** Where the worker tells its health and metrics. */
  readonly workerUrl: string;
  /** Undefined when SMTP_URL names a real mail server. */
  readonly inboxUrl: string | undefined;
  /** Undefined when STRIPE_SECRET_KEY names a real account. */
  readonly sandboxUrl: string | undefined;
  readonly databaseUrl: string;
  readonly staff: LocalStaff | undefined;
  readonly logs: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly app: (name: string) => ChildApp | undefined;
  /** Starts an app again, after it was stopped or killed. */
  readonly restart: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the whole product on this machine, each part in a process of its own. @throws Error saying what to do about it. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const { folder, ports, environment, progress } = options;
  const local = {
    database: !environment['DATABASE_URL'],
    stripe: !environment['STRIPE_SECRET_KEY'],
    mail: !environment['SMTP_URL'],
  };
  const logs = join(folder, 'logs');
  mkdirSync(logs, { recursive: true });
  chmodSync(folder, 0o755);
  await takeOver(folder);
  await refuseTakenPorts({
    SITE_PORT: ports.SITE_PORT,
    DESK_PORT: ports.DESK_PORT,
    WORKER_PORT: ports.WORKER_PORT,
    ...(local.stripe && { STRIPE_SANDBOX_PORT: ports.STRIPE_SANDBOX_PORT }),
    ...(local.mail && { LOCAL_SMTP_PORT: ports.LOCAL_SMTP_PORT, LOCAL_INBOX_PORT: ports.LOCAL_INBOX_PORT }),
  });

  // Beside the database, which takes as long. A failed build must find something to stop, so it is awaited below.
  const building = buildChanged(['site'], progress);
  building.catch(() => undefined);

  const children = new Map<string, ChildApp>();
  let database: EmbeddedServer | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all([...children.values()].map((child) => child.stop()));
    await database?.stop();
    forgetRunning(folder);
  };
  try {
    progress('Starting the database');
    if (local.database)
      database = await startEmbeddedServer(join(folder, 'postgres'), { port: ports.LOCAL_DATABASE_PORT });
    // Only whoever migrates may change tables: the apps are not told of that way in.
    const { MIGRATION_DATABASE_URL, ...env } = stackEnvironment(options, local, database?.applicationsUrl);
    const databaseUrl = env['DATABASE_URL'] ?? '';
    const migrations = await migrateAll(database?.url ?? MIGRATION_DATABASE_URL ?? databaseUrl, databaseUrl);
    progress(`Database ready${migrations.length > 0 ? ` (${migrations.length} migrations)` : ''}`);

    const start = async (name: string): Promise<void> => {
      const began = Date.now();
      const spec = childSpec(name, ports, folder);
      children.set(
        name,
        new ChildApp({ name, env, logFile: join(logs, `${name}.log`), ...spec }, options.onCrash),
      );
      writeRunning(folder, {
        pid: process.pid,
        children: [...children.values()].map((child) => ({ name: child.name, pid: child.pid })),
        siteUrl: env['SITE_URL'] ?? '',
      });
      await children.get(name)?.ready();
      progress(`${name} ready after ${((Date.now() - began) / 1000).toFixed(1)} s`);
    };
    await building;
    // The page a person waits for comes first; what only later steps need would take the processor from it.
    progress('Starting the site');
    await start('site');
    // Only now: it brings the whole catalogue along, and would take the other processor from the site.
    const { loadCatalogueVersion } = await import('../load-catalogue.js');
    const version = await loadCatalogueVersion(databaseUrl);
    progress(`Catalogue ${version} loaded. The site answers at ${env['SITE_URL']}; the rest follows`);
    const staffing = local.database ? ensureFirstStaff(folder, env) : undefined;
    staffing?.catch(() => undefined);
    const others = [...(local.stripe ? ['stripe-sandbox'] : []), 'desk', 'worker'];
    await buildChanged(others, progress);
    await Promise.all([...others, ...(local.mail ? ['mail'] : [])].map(start));
    const staff = await staffing;
    return {
      siteUrl: env['SITE_URL'] ?? '',
      deskUrl: env['DESK_URL'] ?? '',
      workerUrl: `http://localhost:${ports.WORKER_PORT}`,
      inboxUrl: local.mail ? `http://localhost:${ports.LOCAL_INBOX_PORT}` : undefined,
      sandboxUrl: local.stripe ? `http://localhost:${ports.STRIPE_SANDBOX_PORT}` : undefined,
      databaseUrl,
      staff,
      logs,
      environment: env,
      app: (name) => children.get(name),
      restart: start,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function stackEnvironment(
  { ports, environment, folder }: LocalStackOptions,
  local: { readonly stripe: boolean; readonly mail: boolean },
  applicationsUrl: string | undefined,
): NodeJS.ProcessEnv {
  const { STRIPE_WEBHOOK_SECRET, APP_SECRET, AUDIT_KEY } = localSecrets(folder);
  const siteUrl = `http://localhost:${ports.SITE_PORT}`;
  return {
    NODE_ENV: 'development',
    SEND_HOURS: 'always',
    // Nothing stands in front that would have to look elsewhere first.
    DRAIN_SECONDS: '0',
    APP_SECRET,
    AUDIT_KEY,
    // One person tries the product out; an amber check still asks for a second, whom the desk can invite.
    SECOND_APPROVAL_FIRST: '0',
    SECOND_APPROVAL_PERCENT: '0',
    AUDIT_ANCHOR_FILE: join(folder, 'audit-anchors.log'),
    SITE_URL: siteUrl,
    DESK_URL: `http://localhost:${ports.DESK_PORT}`,
    ...(applicationsUrl && { DATABASE_URL: applicationsUrl }),
    ...(local.stripe && {
      STRIPE_SECRET_KEY: 'sk_test_local_sandbox',
      STRIPE_WEBHOOK_SECRET,
      STRIPE_API_URL: `http://localhost:${ports.STRIPE_SANDBOX_PORT}`,
      STRIPE_WEBHOOK_URL: `${siteUrl}/webhooks/stripe`,
    }),
    ...(local.mail && { SMTP_URL: `smtp://127.0.0.1:${ports.LOCAL_SMTP_PORT}` }),
    ...environment,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
  };
}

function childSpec(name: string, ports: LocalPorts, folder: string): { args: string[]; healthUrl: string } {
  const bundle = (app: string): string => projectPath('dist', 'apps', app, 'main.js');
  const local = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`;
  switch (name) {
    case 'site':
      return {
        args: ['--enable-source-maps', bundle(name)],
        healthUrl: local(ports.SITE_PORT, '/health/ready'),
      };
    case 'desk':
      return {
        args: ['--enable-source-maps', bundle(name)],
        healthUrl: local(ports.DESK_PORT, '/health/ready'),
      };
    case 'worker':
      return {
        args: ['--enable-source-maps', bundle(name)],
        healthUrl: local(ports.WORKER_PORT, '/health/ready'),
      };
    case 'stripe-sandbox':
      return {
        args: ['--enable-source-maps', bundle(name), '--state', join(folder, 'stripe.json')],
        healthUrl: local(ports.STRIPE_SANDBOX_PORT, '/health'),
      };
    case 'mail':
      return {
        args: [
          projectPath('node_modules', 'maildev', 'dist', 'bin', 'maildev.js'),
          ...['--smtp', String(ports.LOCAL_SMTP_PORT), '--ip', '127.0.0.1'],
          ...['--web', String(ports.LOCAL_INBOX_PORT), '--web-ip', '127.0.0.1'],
          ...['--mail-directory', join(folder, 'mail'), '--silent'],
        ],
        healthUrl: local(ports.LOCAL_INBOX_PORT, '/api/healthz'),
      };
    default:
      throw new Error(`There is no app called ${name}.`);
  }
}
