import 'reflect-metadata';
import { Command } from 'commander';
import { registerBlueprintCommands } from './commands/blueprint.command.js';
import { registerCatalogueCommands } from './commands/catalogue.command.js';
import { registerJourneyCommand } from './commands/journey.command.js';
import { registerLocalCommands } from './commands/local.command.js';
import { registerPaymentCommands } from './commands/payment.command.js';
import { registerStaffCommands } from './commands/staff.command.js';
import { registerDatabaseCommands } from './commands/database.command.js';

const program = new Command('pivotwise')
  .description('Run, look after and try out the product.')
  .showHelpAfterError();
for (const register of [
  registerLocalCommands,
  registerJourneyCommand,
  registerDatabaseCommands,
  registerCatalogueCommands,
  registerBlueprintCommands,
  registerStaffCommands,
  registerPaymentCommands,
]) {
  register(program);
}

try {
  await program.parseAsync();
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
