import type { Command } from 'commander';
import { registerAuditCommands } from './audit.command.js';
import { registerBlueprintCommands } from './blueprint.command.js';
import { registerCalendarCommands } from './calendar.command.js';
import { registerCatalogueCommands } from './catalogue.command.js';
import { registerDatabaseCommands } from './database.command.js';
import { registerDoctorCommand } from './doctor.command.js';
import { registerFilesCommands } from './files.command.js';
import { registerJourneyCommand } from './journey.command.js';
import { registerPaymentCommands } from './payment.command.js';
import { registerStaffCommands } from './staff.command.js';

/** Every command but `local`. */
export function registerOtherCommands(program: Command): void {
  for (const register of [
    registerJourneyCommand,
    registerDatabaseCommands,
    registerDoctorCommand,
    registerCalendarCommands,
    registerCatalogueCommands,
    registerBlueprintCommands,
    registerFilesCommands,
    registerStaffCommands,
    registerPaymentCommands,
    registerAuditCommands,
  ]) {
    register(program);
  }
}
