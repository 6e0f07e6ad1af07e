import { currentTotp } from '@app/staff';
import type { LocalStaff } from '../local/local-settings.js';
import { expectThat } from './expect.js';
import { Person } from './person.js';

const NOTE =
  'I read all fifteen pages beside your answers and compared the figures with their sources. I changed no words.';

/** A member of staff at the desk. */
export class Reviewer extends Person {
  async signIn(deskUrl: string, staff: LocalStaff): Promise<void> {
    await this.open(`${deskUrl}/sign-in`);
    await this.submit({
      email: staff.email,
      password: staff.password,
      code: await currentTotp(staff.totpSecret),
    });
    expectThat(!this.here.url.pathname.includes('sign-in'), 'to be signed in', this.here.text);
  }

  /** The review of an order in the queue, claimed, with a note in its file; undefined while it is not there yet. */
  async claim(deskUrl: string, reference: string): Promise<true | undefined> {
    await this.open(`${deskUrl}/reviews?search=${reference}`);
    if (!this.here.html.querySelectorAll('a').some((link) => link.text.trim() === reference))
      return undefined;
    await this.follow(reference);
    await this.submit({}, { action: '/claim' });
    await this.submit({ note: NOTE }, { action: '/note' });
    return true;
  }

  /** The PDF on the review page, and the fingerprint the approval will name. */
  async readDraft(): Promise<{ pdf: Buffer; sha256: string }> {
    const file = this.here.html.querySelector('a[href$="/blueprint.pdf"]')?.getAttribute('href') ?? '';
    const sha256 = this.here.html.querySelector('input[name=sha256]')?.getAttribute('value') ?? '';
    expectThat(/^[0-9a-f]{64}$/.test(sha256), 'the file’s SHA-256 on the approval form', this.here.text);
    return { pdf: await this.download(file), sha256 };
  }

  async approve(): Promise<void> {
    const needsReason = this.here.html.querySelector('textarea[name=reason]') !== null;
    await this.submit(
      needsReason ? { reason: 'Read in full; the amber checks were looked at and are right.' } : {},
      { action: '/approve' },
    );
    expectThat(/approved/i.test(this.here.text), 'the review to be approved', this.here.text);
  }
}
