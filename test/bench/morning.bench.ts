import { launchChromium } from '../support/chromium.js';
import { atTheDesk, DeskMorning } from './morning/at-the-desk.js';
import { cutAuditTail, rewrittenAudit } from './morning/attacks-beneath.js';
import { whatWasCaught } from './morning/caught.js';
import { peoplePay } from './morning/customers.js';
import { startMorning } from './morning/morning-stack.js';
import { plantFaults } from './morning/plant-faults.js';
import { readDrafts } from './morning/reading.js';
import { printMorning } from './morning/table.js';
import { progress } from './ratio-table.js';

/**
 * A morning at the desk: forty people pay, every second draft has a fault, and two reviewers work through the queue at the same time, each in a
 * browser of their own and by keyboard alone. They know nothing of the faults: what they do follows from what the desk shows. MORNING_ORDERS makes
 * it shorter. It takes an hour on two cores of its own.
 */
const PEOPLE = Number(process.env['MORNING_ORDERS'] ?? 40);

progress('the whole product starts');
const morning = await startMorning();
const browser = await launchChromium();
try {
  const { stack, owner } = morning;
  const planted = await plantFaults(owner, () => peoplePay(stack.siteUrl, owner, PEOPLE), PEOPLE);
  const drafts = await readDrafts(owner);
  const desk = new DeskMorning();
  await atTheDesk(morning, browser, desk);
  const caught = await whatWasCaught(owner, planted, desk.sittings);
  desk.attacks.push(await rewrittenAudit(morning), await cutAuditTail(morning));
  if (!printMorning(desk, drafts, caught)) process.exitCode = 1;
} finally {
  await browser.close();
  await morning.stop();
}
