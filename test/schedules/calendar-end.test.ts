import { calendarOf, SHIPPED_CALENDAR, useCalendar } from '@app/kernel';
import { PromiseWatch } from '@app/orders';
import { DeliveryScene } from '../../libs/delivery/src/delivery-scene.builder.js';
import { publicSite } from '../support/public-site.js';
import { TestSite } from '../support/your-data/test-site.js';

/** A table that ended with 2025, so that today lies behind its end. */
const ended = calendarOf(
  'ended',
  [...SHIPPED_CALENDAR.holidays].filter((day) => day < '2026'),
);
beforeEach(() => useCalendar(ended));
afterEach(() => useCalendar(SHIPPED_CALENDAR));

const NOT_KNOWN = 'official bank holidays of those days are not known';

describe('after the end of the table of bank holidays', () => {
  it('every public page that shows the promise says that there is none', async () => {
    const site = await publicSite();
    try {
      for (const [path, words] of [
        ['/', 'No time can be promised just now'],
        ['/occupations/machine-learning-engineer', 'No time can be promised just now'],
        ['/blueprint', NOT_KNOWN],
        ['/terms', 'second business day'],
      ] as const) {
        const { statusCode, body } = await site.inject({ url: path });
        expect([path, statusCode, body.includes(words)]).toEqual([path, 200, true]);
        expect(body).not.toMatch(/reaches you by <strong>|By 6 pm/);
      }
    } finally {
      await site.close();
    }
  });

  it('the order page says so before anybody pays', async () => {
    const fixture = await TestSite.open();
    try {
      const person = await fixture.finisher();
      await person.open('/order/new');
      expect(person.here.text).toContain('We cannot promise a time just now.');
      expect(person.here.text).toContain(NOT_KNOWN);
      expect(person.here.text).not.toMatch(/6 pm on/);
    } finally {
      await fixture.close();
    }
  });

  it('a paid order waits with a task, and its customer is told when it starts', async () => {
    const scene = await DeliveryScene.open();
    try {
      await scene.begin();
      const orderId = await scene.paidOrder();
      await scene.work();
      const watch = scene.get(PromiseWatch);
      scene.clock.advance(16 * 60_000);
      await watch.tick();
      expect(await scene.order(orderId)).toMatchObject({ promiseAt: null, expectedAt: null });
      expect(await scene.openTasks()).toEqual(['work_not_started']);
      useCalendar(SHIPPED_CALENDAR);
      await watch.tick();
      await scene.work();
      expect(await scene.openTasks()).toEqual([]);
      const confirmation = await scene.mail.about('is confirmed');
      for (const body of [confirmation.html, confirmation.text])
        expect(String(body).replace(/\s+/g, ' ')).toMatch(
          /cannot name the time of delivery yet.*not known to us/,
        );
      const started = await scene.mail.about('We have started');
      for (const body of [started.html, started.text])
        expect(String(body)).toContain('6 pm on Thursday 26 November 2026');
    } finally {
      await scene.close();
    }
  });
});
