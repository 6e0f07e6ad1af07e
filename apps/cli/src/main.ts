import 'reflect-metadata';
import { Command } from 'commander';
import { registerLocalCommands } from './commands/local.command.js';

const program = new Command('pivotwise')
  .description('Run, look after and try out the product.')
  .showHelpAfterError();
registerLocalCommands(program);
// A person waits for `local`; the other commands bring most of the product along, which takes a second to read.
if (process.argv[2] !== 'local') {
  const { registerOtherCommands } = await import('./commands/other-commands.js');
  registerOtherCommands(program);
}

try {
  await program.parseAsync();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
