import type { Command } from 'commander';
import { projectPath } from '@app/config';
import { chosenPorts } from '../local/local-ports.js';
import { startLocalStack } from '../local/local-stack.js';
import { restartOnChange } from '../local/restart-on-change.js';
import { summaryOf } from '../local/summary.js';

export function registerLocalCommands(program: Command): void {
  program
    .command('local')
    .description('start the whole product on this machine')
    .option('--watch', 'build again and restart what changed')
    .action(async ({ watch = false }: { watch?: boolean }) => {
      const began = Date.now();
      let ended: (reason: string | undefined) => void = () => undefined;
      const untilEnded = new Promise<string | undefined>((done) => {
        ended = done;
      });
      process.once('SIGINT', () => ended(undefined));
      process.once('SIGTERM', () => ended(undefined));
      const progress = (line: string): void => console.log(`  ${line}`);
      const stack = await startLocalStack({
        folder: projectPath('.local'),
        ports: chosenPorts(process.env),
        environment: process.env,
        progress,
        // While somebody edits, an app that breaks waits for the next change.
        onCrash: (message) => (watch ? progress(message) : ended(message)),
      });
      console.log(summaryOf(stack, Date.now() - began));
      const stopWatching = new AbortController();
      const watching = watch ? restartOnChange({ stack, progress, signal: stopWatching.signal }) : undefined;
      const crash = await untilEnded;
      stopWatching.abort();
      await watching;
      console.log(crash ? `\n${crash}\nStopping the rest …` : '\nStopping …');
      await stack.stop();
      console.log('Stopped. The data are kept in .local/ for the next start.');
      process.exitCode = crash ? 1 : 0;
    });
}
