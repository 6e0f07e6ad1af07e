import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@app/kernel';
import { readPdf } from '@app/pdf-reading';
import type { LocalStack } from '../local/local-stack.js';
import { Customer, CUSTOMER } from './customer.js';
import { expectThat } from './expect.js';
import { JourneyReport } from './journey-report.js';
import { Mailbox, type ReceivedEmail } from './mailbox.js';
import { Reviewer } from './reviewer.js';
import { everyScheduleTicks } from './schedules.js';
import { until } from './until.js';

/** Plays the main job end to end and leaves the PDF and the emails in `out`. @throws at the first step that is not as it should be. */
export async function playJourney(
  stack: LocalStack,
  out: string,
  print: (line: string) => void,
): Promise<void> {
  const { inboxUrl, staff } = stack;
  if (!inboxUrl || !staff)
    throw new Error('The journey needs the local mail catcher and the local staff account.');
  mkdirSync(out, { recursive: true });
  const report = new JourneyReport(print);
  const customer = new Customer();
  const reviewer = new Reviewer();
  const mailbox = new Mailbox(inboxUrl);

  print('\nJourney');
  const { score } = await report.step('visitor reads the report, answers, and sees a full result', () =>
    customer.takeAssessment(stack.siteUrl),
  );
  await report.step('customer chooses to start now, gives both consents, and reaches the pay page', () =>
    customer.order(stack.siteUrl),
  );
  const statusUrl = await report.step('customer pays £49 and sees the true state', async () => {
    await customer.pay();
    expectThat(customer.here.url.pathname.startsWith('/orders/'), 'the order page', customer.here.url.href);
    return customer.here.url.href.split('?')[0] ?? '';
  });
  const reference = /PW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(customer.here.text)?.[0] ?? '';
  const confirmation = await report.step(
    'confirmation email arrives with terms, consents and promise',
    async () => {
      const email = await theOne(mailbox, reference, 'confirmed');
      expectThat(
        /right to cancel/i.test(email.mail.text ?? ''),
        'the right to cancel in the confirmation',
        email.mail.text,
      );
      expectThat(
        /by 6 pm on/i.test(email.mail.text ?? ''),
        'the promise in the confirmation',
        email.mail.text,
      );
      return email;
    },
  );
  await report.step('reviewer signs in with password and code', () => reviewer.signIn(stack.deskUrl, staff));
  await report.step('worker drafts, renders and queues the blueprint; reviewer claims it', () =>
    until('the review to be queued', () => reviewer.claim(stack.deskUrl, reference)),
  );
  const draft = await report.step('reviewer reads the draft', () => reviewer.readDraft());
  await report.step('reviewer approves exactly this file', () => reviewer.approve());
  const delivery = await report.step('delivery email arrives with the approved file', async () => {
    const email = await theOne(mailbox, reference, 'ready');
    const pdf = email.mail.attachments.find(({ contentType }) => contentType === 'application/pdf')?.content;
    expectThat(
      pdf !== undefined && sha256(pdf) === draft.sha256,
      `the attachment to be the approved file ${draft.sha256}`,
      pdf && sha256(pdf),
    );
    return { email, pdf };
  });
  await report.step('the download link gives the same file', async () => {
    const link = /https?:\/\/\S+\/download\/[\w-]+/.exec(delivery.email.mail.text ?? '')?.[0] ?? '';
    await customer.open(link);
    expectThat(
      customer.here.text.includes(draft.sha256),
      'the fingerprint on the download page',
      customer.here.text,
    );
  });
  await report.step('the order page says delivered', async () => {
    await until('the order page to say delivered', async () =>
      (await customer.open(statusUrl)).text.match(/delivered/i) ? true : undefined,
    );
  });
  await report.step('the PDF has 15 pages, the person’s name and the person’s score', () =>
    checkPdf(out, delivery.pdf, score),
  );
  await report.step(
    'every schedule makes up for its missed tick after the worker was away, and is well',
    () => everyScheduleTicks(stack),
  );
  writeFileSync(join(out, 'confirmation.eml'), confirmation.source);
  writeFileSync(join(out, 'delivery.eml'), delivery.email.source);
  report.end();
}

/** The email about an order; more than one would be a fault. */
async function theOne(mailbox: Mailbox, reference: string, subject: string): Promise<ReceivedEmail> {
  const emails = await until(`the email “${subject}”`, async () => {
    const found = (await mailbox.find(CUSTOMER.email, subject)).filter(({ mail }) =>
      mail.text?.includes(reference),
    );
    return found.length > 0 ? found : undefined;
  });
  const [first] = emails;
  expectThat(first !== undefined && emails.length === 1, `one email “${subject}”`, emails.length);
  return first;
}

async function checkPdf(out: string, pdf: Buffer, score: number): Promise<void> {
  writeFileSync(join(out, 'blueprint.pdf'), pdf);
  const { pages } = await readPdf(pdf);
  const text = pages.join('\n');
  expectThat(pages.length === 15, '15 pages', pages.length);
  expectThat(text.includes(CUSTOMER.name), `“${CUSTOMER.name}” in the text of the PDF`, text);
  expectThat(new RegExp(`\\b${score}\\b`).test(text), `the score ${score} in the text of the PDF`, text);
}
