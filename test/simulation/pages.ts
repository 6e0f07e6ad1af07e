import { Person } from '../../apps/cli/src/journey/person.js';
import type { CaseFile } from './case-file.js';
import { momentIn } from './letters.js';
import type { World } from './world.js';

/** What the order page says against what the emails and Stripe say. */
export async function pageFaults(file: CaseFile, world: World): Promise<string[]> {
  const address = file.letters.map(({ orderPage }) => orderPage).findLast((page) => page !== undefined);
  if (address === undefined) return [];
  const person = new Person();
  await person.open(`${world.siteUrl}${address}`);
  const facts = [...person.here.html.querySelectorAll('dl.side-facts > div')].map((row) => ({
    label: row.querySelector('dt')?.text.trim() ?? '',
    words: row.querySelector('dd')?.text.replaceAll(/\s+/g, ' ').trim() ?? '',
  }));
  const pounds = (labels: readonly string[]): number =>
    facts
      .filter(({ label }) => labels.includes(label))
      .reduce((sum, { words }) => sum + Math.round(Number(words.replaceAll(/[^\d.]/g, '')) * 100), 0);
  const faults: string[] = [];
  const { account, letters } = file;
  const [first = 0] = account.payments.values();
  if (file.state !== 'expired' && pounds(['Paid']) !== first)
    faults.push(`the page says ${pounds(['Paid'])} pence paid; Stripe took ${first}`);
  const back = pounds(['Paid back', 'Being paid back']);
  if (account.payments.size === 1 && account.failed.length === 0 && back !== account.refunded)
    faults.push(`the page says ${back} pence paid back; Stripe says ${account.refunded}`);
  const delivered = letters.some(({ kind }) => kind === 'blueprint');
  if (delivered && file.state === 'paid' && !/Download my blueprint/.test(person.here.text))
    faults.push(`delivered, and the page has no download: ${person.here.text.slice(0, 160)}`);
  const promise = letters.findLast(({ promised }) => promised !== undefined);
  if (
    promise &&
    file.state === 'paid' &&
    !delivered &&
    !/You have it by|We promised it by/.test(person.here.text) &&
    !file.waits
  )
    faults.push(`an email promises a time, and the page names none: ${person.here.text.slice(0, 160)}`);
  const shown = momentIn(facts.find(({ label }) => /^(You have|We promised) it by$/.test(label))?.words);
  const named = letters.filter(({ kind, promised }) => kind !== 'late' && promised !== undefined).at(-1);
  if (shown !== undefined && named?.promised !== undefined && shown !== named.promised)
    faults.push(
      `the page promises ${new Date(shown).toISOString()}; the ${named.kind} said ${new Date(named.promised).toISOString()}`,
    );
  return faults;
}
