import type { Command } from 'commander';
import { examine } from '../doctor.js';

export function registerDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'say everything that would stop a start with these settings, or make it unsafe, and what to do',
    )
    .action(async () => {
      const faults = await examine(process.env);
      for (const fault of faults) console.log(`- ${fault}.`);
      if (faults.length === 0) return console.log('Nothing stands in the way.');
      console.log(
        `\n${faults.length === 1 ? 'One thing' : `${faults.length} things`} to put right; then run it again.`,
      );
      process.exitCode = 1;
    });
}
