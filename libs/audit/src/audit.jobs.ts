import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Environment } from '@app/config';
import { type BoundJob, defineJob, handle, ScheduledTick } from '@app/jobs';
import { CLOCK, type Clock, newId } from '@app/kernel';
import { EmailRenderer, Mailer } from '@app/mail';
import { AnchorReaders } from './anchor-readers.js';
import { AuditChain } from './audit-chain.js';

/** Writes where the log stands to a file, and to the log of the process. */
export const anchorAudit = defineJob({ name: 'audit.anchor', payload: ScheduledTick, maxAttempts: 3 });

/** Checks the whole log and tells every admin where it stands. */
export const tellAdmins = defineJob({ name: 'audit.tell-admins', payload: ScheduledTick, maxAttempts: 3 });

@Injectable()
export class AuditJobs {
  private readonly log = new Logger('AuditAnchor');

  constructor(
    private readonly chain: AuditChain,
    private readonly readers: AnchorReaders,
    private readonly environment: Environment,
    private readonly emails: EmailRenderer,
    private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  boundJobs(): BoundJob[] {
    return [handle(anchorAudit, () => this.anchor()), handle(tellAdmins, () => this.tell())];
  }

  private async anchor(): Promise<void> {
    const { AUDIT_ANCHOR_FILE } = this.environment;
    const line = await this.chain.anchor((await anchorsIn(AUDIT_ANCHOR_FILE)).at(-1));
    this.log.log(line);
    if (AUDIT_ANCHOR_FILE === undefined) return;
    await mkdir(dirname(AUDIT_ANCHOR_FILE), { recursive: true });
    await appendFile(AUDIT_ANCHOR_FILE, `${line}\n`, { mode: 0o600 });
  }

  private async tell(): Promise<void> {
    const anchors = await anchorsIn(this.environment.AUDIT_ANCHOR_FILE);
    const check = await this.chain.verify(anchors);
    const email = await this.emails.render('audit-anchor', {
      intact: check.intact,
      entries: check.entries,
      broken_at: check.intact ? '' : check.brokenAt,
      why: check.intact ? '' : check.why,
      anchor: await this.chain.anchor(anchors.at(-1)),
      desk_url: this.environment.DESK_URL,
    });
    const date = this.clock.now();
    const failed: string[] = [];
    for (const to of await this.readers.addresses()) {
      const message = { ...email, to, messageId: `${newId()}@audit`, attachments: [], date };
      const outcome = await this.mailer.send(message, { beforeData: () => Promise.resolve() });
      if (outcome.kind !== 'accepted') failed.push('response' in outcome ? outcome.response : outcome.reason);
    }
    if (failed.length > 0)
      throw new Error(`${failed.length} admins were not told where the audit log stands: ${failed[0]}`);
  }
}

/** The lines of an anchor file; none when there is no file yet. */
export async function anchorsIn(file: string | undefined): Promise<string[]> {
  if (file === undefined) return [];
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
