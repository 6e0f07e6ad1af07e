import type { Browser } from 'playwright-core';
import { type Attack, editorApproves, forgedRole, replayedCode, staleApproval } from './attacks.js';
import { beneathTheApplication } from './attacks-beneath.js';
import { atWork } from './at-work.js';
import { AxeOnce } from './axe.js';
import type { MorningStack } from './morning-stack.js';
import { Reviewer, type Sitting } from './reviewer.js';

/** What happened at the desk. */
export class DeskMorning {
  readonly sittings: Sitting[] = [];
  readonly attacks: Attack[] = [];
  readonly axe = new AxeOnce();
}

/** A busy machine may take long over a page; how long is measured, and no reason to give up. */
const PATIENCE_MS = 120_000;

/** Both reviewers sign in and work through the queue at the same time; before and between, the rules of the desk are attacked. */
export async function atTheDesk(
  morning: MorningStack,
  browser: Browser,
  { sittings, attacks, axe }: DeskMorning,
): Promise<void> {
  const { stack, owner, reviewers: accounts } = morning;
  const people: Reviewer[] = [];
  for (const account of accounts) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(PATIENCE_MS);
    const reviewer = new Reviewer(account.name, await context.newPage(), stack.deskUrl, axe.look);
    const code = await reviewer.signIn(account);
    await axe.look(reviewer.page);
    if (people.length === 0) attacks.push(await replayedCode(browser, stack.deskUrl, account, code));
    people.push(reviewer);
  }
  const [first] = people;
  if (first) {
    attacks.push(await forgedRole(first.page, browser, stack.deskUrl));
    await first.nextSound();
    attacks.push(await staleApproval(first.page, (words) => first.note(words)));
    await first.release();
  }
  await Promise.all(
    people.map((reviewer) =>
      atWork(reviewer, owner, async (sitting) => {
        sittings.push(sitting);
        const tried = attacks.some(({ what }) => what.startsWith('the editor'));
        if (!sitting.act.endsWith('approved first') || tried) return;
        attacks.push(await beneathTheApplication(morning, sitting.reviewId));
        attacks.push(await editorApproves(reviewer.page, stack.deskUrl, sitting.reviewId));
      }),
    ),
  );
}
