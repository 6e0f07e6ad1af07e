import { isBusinessDay } from '../../libs/kernel/src/calendar/business-time.js';
import { inLondon } from '@app/kernel';
import { type StaffRole, StaffService, totpAt } from '@app/staff';
import { parse } from 'node-html-parser';
import { PASSWORD } from '../../apps/desk/src/test-desk.builder.js';
import { type Answer, Visitor } from '../../apps/desk/src/visitor.builder.js';
import type { Chance } from './chance.js';
import type { World } from './world.js';

/** One member of staff with an account at the desk; signs in anew for each sitting. */
export abstract class Colleague {
  protected visitor: Visitor;
  private email: string;
  private totpSecret: string;

  constructor(
    protected readonly world: World,
    readonly name: string,
    private readonly roles: readonly StaffRole[],
  ) {}

  async hired(): Promise<void> {
    this.email = `${this.name}@staff.example`;
    const made = await this.world.desk.app
      .get(StaffService)
      .create({ email: this.email, name: this.name, password: PASSWORD, roles: [...this.roles] });
    this.totpSecret = made.totpSecret;
  }

  /** Comes to the desk at these hours of the London day, on business days. */
  works(day: Date, hours: readonly number[]): void {
    const london = inLondon(day).startOf('day');
    if (!isBusinessDay(london)) return;
    for (const hour of hours) {
      const at = london.plus({ minutes: Math.round(hour * 60) }).toMillis();
      this.world.agenda.plan(
        at,
        `${this.name} sits down`,
        async () => {
          // Signing in costs real time; who has nothing to do stays away.
          if (!(await this.isNeeded())) return;
          await this.signIn();
          await this.sit();
        },
        true,
      );
    }
  }

  protected abstract sit(): Promise<void>;

  protected abstract isNeeded(): Promise<boolean>;

  protected async signIn(): Promise<void> {
    this.visitor = new Visitor(this.world.desk.app);
    await this.visitor.open('/sign-in');
    const code = await totpAt(this.totpSecret, new Date());
    const answer = await this.visitor.send('/sign-in', { email: this.email, password: PASSWORD, code });
    if (answer.status !== 303) throw new Error(`${this.name} could not sign in: ${answer.status}`);
  }

  /** Sends a form of the desk. A refusal is shown on a page; only what breaks is thrown. */
  protected async does(path: string, fields: Parameters<Visitor['send']>[1] = {}): Promise<Answer> {
    const answer = await this.visitor.send(path, fields);
    const why = answer.status === 303 ? '' : ` ${refusal(answer.body)}`;
    this.world.note(`${this.name} ${path.replaceAll(/[0-9a-f-]{36}/g, '…')}: ${answer.status}${why}`);
    if (answer.status >= 500 && answer.status !== 503)
      throw new Error(`${path} answered ${answer.status}: ${answer.body.slice(0, 300)}`);
    return answer;
  }

  protected async approved(path: string, sha256: string): Promise<void> {
    const [row] = await this.world.query<{ orderId: string }>(
      'select order_id as "orderId" from reviews where id = $1',
      [path.slice('/reviews/'.length)],
    );
    this.world.approved.set(sha256, { at: this.world.now, orderId: row?.orderId ?? '' });
  }

  /** Reads as the second person, by the page of the draft: approves the file that is shown, or now and then returns it. */
  protected async second(review: string, chance: Chance): Promise<void> {
    const path = `/reviews/${review}`;
    const { body } = await this.visitor.open(path);
    const form = parse(body).querySelector(`form[action="${path}/second"]`);
    if (!form?.querySelector('button')) return;
    if (chance.happens(0.1))
      return void (await this.does(`${path}/second/return`, {
        return_reason: 'Page 9 needs a second look.',
      }));
    const sha256 = shownFile(form.outerHTML);
    const { status } = await this.does(`${path}/second`, { sha256 });
    if (status === 303) await this.approved(path, sha256);
  }
}

function refusal(body: string): string {
  const page = parse(body);
  const words = (page.querySelector('[role=alert]') ?? page.querySelector('h1'))?.text ?? '';
  return words.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
}

/** The fingerprint of the file that a page of the desk shows. */
export const shownFile = (html: string): string =>
  /name="sha256" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? '';
