import type { StaffRole } from '@app/staff';
import { parse } from 'node-html-parser';
import type { Chance } from './chance.js';
import { Colleague, shownFile } from './staff.js';
import type { World } from './world.js';

const NOTE = 'I read every page beside your answers and compared the figures. I changed no words.';
/** Most reviews in one sitting. */
const MOST = 4;

/** Reads drafts by the pages of the desk: claims, ticks, writes the note, and approves, returns, holds, or goes home. */
export class Reviewer extends Colleague {
  private mine: string[] = [];

  constructor(
    world: World,
    private readonly chance: Chance,
    name: string,
    roles: readonly StaffRole[],
    private forgets = false,
  ) {
    super(world, name, roles);
  }

  protected async isNeeded(): Promise<boolean> {
    const rows = await this.world.query(
      `select 1 from reviews r where state in ('queued', 'second')
         and not exists (select 1 from order_blockers b where b.order_id = r.order_id and b.ended_at is null) limit 1`,
    );
    return rows.length > 0 || this.mine.length > 0;
  }

  protected async sit(): Promise<void> {
    const again = this.mine.splice(0);
    for (const review of again)
      if (this.chance.happens(0.7)) await this.read(review);
      else this.mine.push(review);
    for (let read = 0; read < MOST; read += 1) {
      await this.visitor.open('/reviews');
      const { location = '' } = await this.does('/reviews/next');
      const [, review, how] = /^\/reviews\/([0-9a-f-]{36})\?done=(\w+)/.exec(location) ?? [];
      if (!review) return;
      if (how === 'second_taken') await this.second(review, this.chance);
      else await this.read(review);
    }
  }

  private async read(review: string): Promise<void> {
    const path = `/reviews/${review}`;
    let page = await this.visitor.open(path);
    if (page.body.includes(`action="${path}/resume"`)) {
      await this.does(`${path}/resume`);
      page = await this.visitor.open(path);
    }
    if (!page.body.includes(`action="${path}/return"`)) {
      // What is on hold while a bank looks into the payment is gone on with afterwards.
      const held = await this.world.query(`select 1 from reviews where id = $1 and state = 'held'`, [review]);
      if (held.length > 0) this.mine.push(review);
      return;
    }
    if (this.forgets) {
      this.forgets = false;
      return;
    }
    const whim = this.chance.number();
    if (whim < 0.08) return void this.mine.push(review);
    if (whim < 0.14) {
      this.mine.push(review);
      return void (await this.does(`${path}/hold`, { hold_reason: 'I ask a colleague about the shifts.' }));
    }
    if (whim < 0.2)
      return void (await this.does(`${path}/return`, { return_reason: 'Page 3 says too little.' }));
    for (const number of [1, 15]) await this.tick(path, number);
    // A draft that was returned does not go out as it was.
    if (page.body.includes('was returned: ')) await this.edit(path);
    await this.does(`${path}/note`, { note: NOTE });
    await this.approve(path);
  }

  private async tick(path: string, page: number): Promise<void> {
    const { body } = await this.visitor.open(`${path}?page=${page}`);
    const pages = parse(body).querySelector('input[name=pages]')?.getAttribute('value') ?? '15';
    await this.does(`${path}/pages/${page}/tick`, { sha256: shownFile(body), pages, seen: 'yes' });
  }

  /** Takes a full stop off the second page, or puts one there: more words might find no room. */
  private async edit(path: string): Promise<void> {
    const page = parse((await this.visitor.open(`${path}/edit?page=2`)).body);
    const forms = page.querySelectorAll('form').filter((one) => one.querySelector('textarea[name=text]'));
    const textOf = (form = forms[0]): string => form?.querySelector('textarea[name=text]')?.text.trim() ?? '';
    const form = forms.find((one) => textOf(one).endsWith('.')) ?? forms[0];
    const block = form?.querySelector('input[name=block]')?.getAttribute('value') ?? '';
    const text = textOf(form);
    if (block !== '')
      await this.does(`${path}/edit`, {
        ...{ page: '2', block },
        text: text.endsWith('.') ? text.slice(0, -1) : `${text}.`,
      });
  }

  private async approve(path: string): Promise<void> {
    const { body } = await this.visitor.open(path);
    const page = parse(body);
    const form = page.querySelector(`form[action="${path}/approve"]`);
    if (!form?.querySelector('button')) {
      // Blocked, or red: somebody else must do something first.
      const why = page
        .querySelectorAll('.state-red')
        .map((state) => (state.parentNode?.text ?? '').replaceAll(/\s+/g, ' ').trim());
      this.world.note(`${this.name} cannot approve: ${why.join('; ').slice(0, 200) || 'blocked'}`);
      this.mine.push(path.slice('/reviews/'.length));
      return;
    }
    const reason = form.querySelector('textarea[name=reason]') ? 'Looked at, and right.' : '';
    const sha256 = shownFile(form.outerHTML);
    const { location = '' } = await this.does(`${path}/approve`, { sha256, reason });
    if (location.endsWith('done=approved')) await this.approved(path, sha256);
  }
}
