import { createServer } from 'node:net';
import { freePort } from '@app/database';

/** Every port of the local stack, by the variable that moves it. */
export interface LocalPorts {
  readonly SITE_PORT: number;
  readonly DESK_PORT: number;
  readonly WORKER_PORT: number;
  readonly STRIPE_SANDBOX_PORT: number;
  readonly LOCAL_SMTP_PORT: number;
  readonly LOCAL_INBOX_PORT: number;
  readonly LOCAL_DATABASE_PORT: number;
}

const DEFAULTS: LocalPorts = {
  SITE_PORT: 3000,
  DESK_PORT: 3100,
  WORKER_PORT: 3200,
  STRIPE_SANDBOX_PORT: 4242,
  LOCAL_SMTP_PORT: 1025,
  LOCAL_INBOX_PORT: 1080,
  LOCAL_DATABASE_PORT: 54329,
};

/** The ports to use: the environment's where it names one, otherwise the defaults. @throws Error naming a variable that is no port. */
export function chosenPorts(environment: NodeJS.ProcessEnv): LocalPorts {
  return mapPorts((name, fallback) => {
    const text = environment[name];
    if (!text) return fallback;
    const port = Number(text);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`${name} must be a port, 1 to 65535.`);
    return port;
  });
}

/** Free ports for all, for a stack that stands beside another. */
export async function freePorts(): Promise<LocalPorts> {
  const found = new Set<number>();
  while (found.size < Object.keys(DEFAULTS).length) found.add(await freePort());
  const free = [...found];
  let next = 0;
  return mapPorts(() => free[next++] ?? 0);
}

/** @throws Error naming each taken port and the variable that moves it. */
export async function refuseTakenPorts(ports: Partial<LocalPorts>): Promise<void> {
  const taken: string[] = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port)))
      taken.push(
        `  Port ${port} is taken. Stop what uses it, or choose another: ${name}=${port + 1} npm start`,
      );
  }
  if (taken.length > 0) throw new Error(taken.join('\n'));
}

function mapPorts(choose: (name: keyof LocalPorts, fallback: number) => number): LocalPorts {
  const names = Object.keys(DEFAULTS) as (keyof LocalPorts)[];
  return Object.fromEntries(
    names.map((name) => [name, choose(name, DEFAULTS[name])]),
  ) as unknown as LocalPorts;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const probe = createServer();
    probe.once('error', () => answer(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => answer(true)));
  });
