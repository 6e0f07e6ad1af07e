import type { Command } from 'commander';
import { AuditChain, anchorsIn } from '@app/audit';
import { Environment } from '@app/config';
import { withApplication } from './with-application.js';

export function registerAuditCommands(program: Command): void {
  program
    .command('audit')
    .description('the append-only log of what staff did')
    .command('verify')
    .description('recompute the whole chain and compare it with the anchors kept outside the database')
    .option('--anchors <file...>', 'files of anchors; without it, the one of AUDIT_ANCHOR_FILE')
    .option('--line <anchor...>', 'anchors from the daily email')
    .action(async ({ anchors, line = [] }: { anchors?: string[]; line?: string[] }) => {
      await withApplication({}, async (app) => {
        const files = anchors ?? [app.get(Environment).AUDIT_ANCHOR_FILE];
        const kept = (await Promise.all(files.map(anchorsIn))).flat();
        const check = await app.get(AuditChain).verify([...kept, ...line]);
        if (!check.intact) {
          console.error(
            `The audit log is BROKEN at entry ${check.brokenAt}: ${check.why}.\n${check.entries} entries before are whole.`,
          );
          process.exitCode = 1;
          return;
        }
        console.log(`All ${check.entries} entries are as they were written. Head ${check.head}.`);
        console.log(
          check.anchors > 0
            ? `Compared with ${check.anchors} ${check.anchors === 1 ? 'anchor' : 'anchors'}; what came after the last of them is not covered yet.`
            : 'No anchor was compared, so entries cut off at the end would not show: give --anchors or --line.',
        );
      });
    });
}
