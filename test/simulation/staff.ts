import { isBusinessDay } from '../../libs/kernel/src/calendar/business-time.js';
import { inLondon } from '@app/kernel';
import { type StaffRole, StaffService, totpAt } from '@app/staff';
import { parse } from 'node-html-parser';
import { PASSWORD } from '../../apps/desk/src/test-desk.builder.js';
import { type Answer, Visitor } from '../../apps/desk/src/visitor.builder.js';
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
}

function refusal(body: string): string {
  const page = parse(body);
  const words = (page.querySelector('[role=alert]') ?? page.querySelector('h1'))?.text ?? '';
  return words.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
}
