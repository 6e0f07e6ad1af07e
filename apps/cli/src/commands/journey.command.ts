import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { projectPath } from '@app/config';
import { freePorts } from '../local/local-ports.js';
import { startLocalStack } from '../local/local-stack.js';

/** A real database, Stripe or mail server of the caller must not be touched by a trial. */
const NOT_INHERITED = [
  'DATABASE_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_API_URL',
  'SMTP_URL',
  'NODE_ENV',
];

export function registerJourneyCommand(program: Command): void {
  program
    .command('journey')
    .description('play visitor, customer and reviewer against a fresh local stack, and check every step')
    .option('--out <folder>', 'where the PDF and the emails go', 'out')
    .action(async ({ out }: { out: string }) => {
      // Loaded here: what it reads emails and pages with is not installed in production.
      const { playJourney } = await import('../journey/journey.js');
      const folder = mkdtempSync(join(tmpdir(), 'journey-'));
      const environment = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !NOT_INHERITED.includes(name)),
      );
      const stack = await startLocalStack({
        folder,
        ports: await freePorts(),
        environment: { ...environment, LOG_LEVEL: 'warn' },
        progress: (line) => console.log(`  ${line}`),
        onCrash: (message) => console.error(message),
      });
      try {
        await playJourney(stack, resolve(projectPath(), out), (line) => console.log(line));
        console.log(`The PDF and the emails are in ${out}/. Open them.`);
      } catch (error) {
        cpSync(stack.logs, resolve(projectPath(), out, 'logs'), { recursive: true });
        console.error(`The logs of every app are in ${out}/logs.`);
        throw error;
      } finally {
        await stack.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    });
}
