import { emptyTables } from '@app/testing';
import { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.mail.taken.length = 0;
  await emptyTables(fixture.database.source, 'staff_tasks', 'deliveries');
});

interface Task {
  readonly kind: string;
  readonly subject: string;
  readonly order_id: string | null;
  readonly summary: string;
  readonly data: { readonly said: Readonly<Record<string, string>> };
}
const tasks = (): Promise<Task[]> => fixture.query<Task>('select * from staff_tasks order by opened_at');
const at = async (path: string): Promise<Person> => {
  const person = new Person();
  await person.open(`${fixture.url}${path}`);
  return person;
};

describe('a complaint', () => {
  it('reaches staff whole, and its writer gets a reference on the page and by email', async () => {
    const person = await at('/complaints/write');
    const message = 'The PDF came twice.\r\nI would like <b>one</b>.';
    await person.submit({ message, email: 'ada@example.org', name: 'Ada', order: 'pw 7k3m 9qxt' });
    const [task, ...others] = await tasks();
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: 'complaint', order_id: null });
    expect(task?.summary).toContain('order PW-7K3M-9QXT (fits no order of this email address)');
    expect(task?.data.said).toEqual({
      Name: 'Ada',
      Complaint: message.replace('\r', ''),
      Email: 'ada@example.org',
    });
    expect(person.here.text).toContain(task?.subject);
    expect(person.here.url.href).not.toMatch(/ada(@|%40)/);
    await fixture.work();
    const email = await fixture.mail.about(`We have your complaint (${task?.subject})`);
    for (const part of [email.text, String(email.html)]) expect(part).not.toContain('PDF came twice');
  });

  it('that is sent twice is one; changed and sent again it is another', async () => {
    const person = await at('/complaints/write');
    const form = await at('/complaints/write');
    const token = form.here.html.querySelector('[name=form_token]')?.getAttribute('value') ?? '';
    for (const message of ['Late.', 'Late.', 'Late, and wrong.']) {
      await person.open('/complaints/write');
      await person.submit({ message, email: 'ada@example.org', form_token: token });
    }
    expect((await tasks()).map(({ data }) => data.said['Complaint'])).toEqual(['Late.', 'Late, and wrong.']);
  });

  it('keeps what was typed when something needs putting right', async () => {
    const person = await at('/complaints/write');
    await person.submit({ message: 'It was late.', email: 'ada@' }, { expected: 422 });
    const { html, text } = person.here;
    expect(text).toContain('One thing needs putting right');
    expect(html.querySelector('title')?.text).toMatch(/^Error: /);
    expect(html.querySelector('#message')?.text.trim()).toBe('It was late.');
    expect(html.querySelector('#email')?.getAttribute('aria-describedby')).toContain('email-error');
    expect(await tasks()).toEqual([]);
    await person.submit({ email: 'ada@example.org' });
    expect(await tasks()).toHaveLength(1);
  });

  it('takes text of any kind and refuses what is too long', async () => {
    const person = await at('/complaints/write');
    await person.submit({ message: 'a\u0000b', email: 'ada@example.org' });
    expect((await tasks())[0]?.data.said['Complaint']).toBe('ab');
    await person.open('/complaints/write');
    await person.submit({ message: 'x'.repeat(5_001), email: 'ada@example.org' }, { expected: 422 });
  });

  it('cannot be used to send one person many emails', async () => {
    for (let n = 0; n < 5; n += 1) {
      const person = await at('/complaints/write');
      await person.submit({ message: `Number ${n}`, email: 'eve@example.org' });
    }
    expect(await tasks()).toHaveLength(5);
    expect(await fixture.query('select 1 from deliveries')).toHaveLength(3);
  });
});

describe('a notice of cancellation', () => {
  it('finds the order of who knows its reference and address, and of nobody else', async () => {
    const { orderId } = await fixture.buyer('grace@example.com');
    await emptyTables(fixture.database.source, 'staff_tasks');
    const [order] = await fixture.query<{ reference: string }>('select reference from orders where id = $1', [
      orderId,
    ]);
    for (const email of ['Grace@Example.com', 'someone@example.com']) {
      const person = await at('/cancellation/notice');
      await person.submit({ order: order?.reference.toLowerCase() ?? '', name: 'Grace Hopper', email });
      expect(person.here.text).toContain('Your notice of cancellation has arrived');
    }
    expect((await tasks()).map(({ kind, order_id }) => [kind, order_id])).toEqual([
      ['cancellation_notice', orderId],
      ['cancellation_notice', null],
    ]);
  }, 180_000);

  it('needs a reference that looks like one', async () => {
    const person = await at('/cancellation/notice');
    await person.submit({ order: 'my order', name: 'Grace', email: 'g@example.com' }, { expected: 422 });
    expect(person.here.text).toContain('looks like PW-7K3M-9QXT');
  });
});

describe('a report of an error', () => {
  it('names the report and needs no address', async () => {
    const person = await at('/occupations/nurse/report-an-error');
    await person.submit({ message: 'Nurses also prescribe.' });
    expect(person.here.text).toContain('Your note has arrived');
    const [task] = await tasks();
    expect(task?.summary).toContain('page /occupations/nurse.');
    expect(await fixture.query('select 1 from deliveries')).toEqual([]);
  });
});

it('no message is acknowledged that never arrived', async () => {
  await new Person().open(`${fixture.url}/messages/CO-0000-0000-00`, 404);
  await new Person().open(`${fixture.url}/messages/anything`, 404);
  await new Person().open(`${fixture.url}/occupations/no-such-job/report-an-error`, 404);
});
