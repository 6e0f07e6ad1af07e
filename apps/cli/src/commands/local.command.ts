import type { Command } from 'commander';
import { projectPath } from '@app/config';
import { chosenPorts } from '../local/local-ports.js';
import { startLocalStack } from '../local/local-stack.js';
import { summaryOf } from '../local/summary.js';

export function registerLocalCommands(program: Command): void {
  program
    .command('local')
    .description('start the whole product on this machine')
    .action(async () => {
      const began = Date.now();
      let ended: (reason: string | undefined) => void = () => undefined;
      const untilEnded = new Promise<string | undefined>((done) => {
        ended = done;
      });
      process.once('SIGINT', () => ended(undefined));
      process.once('SIGTERM', () => ended(undefined));
      const stack = await startLocalStack({
        folder: projectPath('.local'),
        ports: chosenPorts(process.env),
        environment: process.env,
        progress: (line) => console.log(`  ${line}`),
        onCrash: (message) => ended(message),
      });
      console.log(summaryOf(stack, Date.now() - began));
      const crash = await untilEnded;
      console.log(crash ? `\n${crash}\nStopping the rest …` : '\nStopping …');
      await stack.stop();
      console.log('Stopped. The data are kept in .local/ for the next start.');
      process.exitCode = crash ? 1 : 0;
    });
}
