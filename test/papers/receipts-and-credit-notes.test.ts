import type { ParsedMail } from 'mailparser';
import { pence } from '@app/kernel';
import { CreditNotes, RefundsService } from '@app/payments';
import { readPdf } from '@app/pdf-reading';
import { TestSite } from '../support/your-data/test-site.js';
import { recipientOf } from '../../libs/delivery/src/mail-server.builder.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open({ VAT_NUMBER: 'GB123456789' });
});
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.mail.taken.length = 0;
});

const refund = async (orderId: string, amount: number, key: string): Promise<void> => {
  await fixture.app.get(RefundsService, { strict: false }).refund(orderId, pence(amount), 'late', key);
  await fixture.work();
};
const notes = (orderId: string) => fixture.app.get(CreditNotes, { strict: false }).forOrder(orderId);
const files = (email: ParsedMail | undefined): (string | undefined)[] =>
  (email?.attachments ?? []).map(({ filename }) => filename);
const words = async (pdf: Buffer): Promise<string> =>
  (await readPdf(pdf)).pages.join(' ').replace(/\s+/g, ' ');

describe('a receipt', () => {
  it('comes with the confirmation and from the order page, the same to the byte, tagged and with its fonts', async () => {
    const { person, page } = await fixture.buyer();
    const confirmation = await fixture.mail.about('is confirmed');
    expect(files(confirmation)).toEqual([expect.stringMatching(/^receipt-PW-R-\d{6}\.pdf$/)]);
    const pdf = await person.download(`${page}/receipt.pdf`);
    expect(pdf.equals(confirmation.attachments[0]?.content ?? Buffer.of())).toBe(true);
    const now = fixture.clock.now();
    fixture.clock.advance(86_400_000);
    expect((await person.download(`${page}/receipt.pdf`)).equals(pdf)).toBe(true);
    fixture.clock.set(now);
    const reading = await readPdf(pdf);
    expect(reading.pages).toHaveLength(1);
    expect(reading.tags).toMatchObject({ tree: true, language: 'en-GB', allPages: true, claimsUa: true });
    expect(reading.fonts.filter(({ embedded }) => !embedded)).toEqual([]);
  });

  it('is emailed again when the customer asks, three times a day at most, to the address of the order', async () => {
    const { person, page } = await fixture.buyer('ben@example.com');
    fixture.mail.taken.length = 0;
    for (const answer of ['on its way', 'on its way', 'on its way', 'three times today']) {
      await person.open(`${page}/receipt`);
      expect((await person.submit({}, { action: '/receipt/send' })).text).toContain(answer);
      fixture.clock.advance(1_000);
    }
    await fixture.work();
    const emails = await fixture.emails();
    expect(emails.map(recipientOf)).toEqual(Array(3).fill('ben@example.com'));
    for (const email of emails) expect(files(email)).toEqual([expect.stringMatching(/^receipt-/)]);
  });

  it('keeps a name of any script, and stands for the order where no font has a letter of it', async () => {
    const { orderId, person, page } = await fixture.buyer('cem@example.com');
    await fixture.query(`update orders set customer_name = 'محمد علي' where id = $1`, [orderId]);
    expect((await readPdf(await person.download(`${page}/receipt.pdf`))).pages[0]).not.toContain('\ufffd');
    await fixture.query(`update orders set customer_name = '𐎠' where id = $1`, [orderId]);
    expect(await words(await person.download(`${page}/receipt.pdf`))).toContain('The customer of order PW-');
  });
});

describe('a credit note', () => {
  it('is made once for each refund, takes the next number, names the receipt, splits the VAT and comes with the email', async () => {
    const { orderId, person, page } = await fixture.buyer('dee@example.com');
    fixture.mail.taken.length = 0;
    await refund(orderId, 1000, 'one');
    await refund(orderId, 3900, 'two');
    const made = await notes(orderId);
    expect(made).toMatchObject([
      { totalPence: 1000, netPence: 833, vatPence: 167 },
      { totalPence: 3900, netPence: 3250, vatPence: 650 },
    ]);
    const emails = [
      await fixture.mail.about('£10 is on its way'),
      await fixture.mail.about('£39 is on its way'),
    ];
    expect(emails.map(files)).toEqual(made.map(({ number }) => [`credit-note-${number}.pdf`]));
    await person.open(`${page}/receipt`);
    for (const [index, { number, receiptNumber }] of made.entries()) {
      const pdf = await person.download(`${page}/credit-notes/${number}.pdf`);
      expect(pdf.equals(emails[index]?.attachments[0]?.content ?? Buffer.of())).toBe(true);
      expect(await words(pdf)).toMatch(new RegExp(`${number}.*Credits receipt ${receiptNumber}`));
      expect(person.here.text).toContain(number);
    }
  });

  it('becomes void when the bank sends the money back, keeps its number, and the next refund gets another', async () => {
    const { orderId, person, page } = await fixture.buyer('eve@example.com');
    await refund(orderId, 4900, 'whole');
    const [{ id } = { id: '' }] = await fixture.query<{ id: string }>(
      'select id from refunds where order_id = $1',
      [orderId],
    );
    await fixture.control(`refunds/${id}/fail`, {});
    // Stripe tells of it in its own time.
    await vi.waitFor(async () => {
      await fixture.work();
      expect((await notes(orderId))[0]?.voidedAt).toBeInstanceOf(Date);
    }, 30_000);
    const [first] = await notes(orderId);
    expect(await words(await person.download(`${page}/credit-notes/${first?.number}.pdf`))).toContain(
      'Void since',
    );
    await refund(orderId, 4900, 'again');
    expect((await notes(orderId)).map(({ vatPence, voidedAt }) => [vatPence, voidedAt === null])).toEqual([
      [817, false],
      [817, true],
    ]);
  });

  it('numbers run without a gap over all orders, and the database lets nobody change one', async () => {
    const all = await fixture.query<{ number: string }>('select number from credit_notes order by number');
    expect(all.map(({ number }) => number)).toEqual(
      all.map((_, index) => `PW-C-${String(index + 1).padStart(6, '0')}`),
    );
    await expect(fixture.query('update credit_notes set total_pence = total_pence + 1')).rejects.toThrow(
      'cannot be changed',
    );
    await expect(fixture.query('update credit_notes set voided_at = null')).rejects.toThrow(
      'cannot be changed',
    );
  });

  it('of another order is not to be had', async () => {
    const { person, page } = await fixture.buyer('fay@example.com');
    await expect(person.open(`${page}/credit-notes/PW-C-000001.pdf`)).rejects.toThrow('404');
  });
});
