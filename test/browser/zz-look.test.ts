import { writeFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { AssessmentService } from '@app/assessment';
import { BlueprintJobs, BlueprintService } from '@app/blueprint';
import { newSecret, pence } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { blockKey, ReviewJobs } from '@app/review';
import { runJobs } from '@app/testing';
import { startDesk } from '../../apps/desk/src/desk-house.builder.js';
import { accessibilityFaults, launchChromium } from '../support/chromium.js';
it('look', async () => {
  const [house, browser] = await Promise.all([startDesk(), launchChromium()]);
  await house.app.listen(0, '127.0.0.1');
  const url = await house.app.getUrl();
  const { app, clock } = house;
  const assessments = app.get(AssessmentService);
  const { code, assessment } = await assessments.start();
  await assessments.saveScreen(code, 'job', { occupationSlug: 'machine-learning-engineer' }, 0);
  await assessments.complete(code);
  const orders = app.get(OrdersService);
  const { order } = await orders.place({ formToken: newSecret(), assessmentId: assessment.id, occupationTitle: 'Machine learning engineer', answersCompleteAt: clock.now(), customerName: 'Zoë Ó Fáidh', customerEmail: 'zoe@example.org', startChoice: 'start_now', consents: ['start_in_cancellation_period', 'right_ends_on_delivery'], ipAddress: '192.0.2.9' });
  await app.get(DataSource).transaction(async (m) => { await orders.recordPaid(m, { orderId: order.id, amount: pence(4900), at: clock.now() }); await orders.confirmationAccepted(m, order.id, clock.now()); });
  await runJobs(house.database.source, [...app.get(BlueprintJobs).boundJobs(), ...app.get(ReviewJobs).boundJobs()]);
  const visitor = await house.signedIn('reviewer', 'manager');
  await visitor.open('/reviews');
  const [path = ''] = (await visitor.send('/reviews/next', {})).location?.split('?') ?? [];
  const id = path.split('/').at(-1);
  const snapshot = (await app.get(BlueprintService).current(order.id))!.snapshot;
  const shoot = async (name: string, where: string) => {
    for (const width of [1280, 390]) for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      await context.addCookies([{ name: 'desk', value: visitor.cookie('desk') ?? '', url }]);
      const page = await context.newPage();
      await page.goto(`${url}${where}`);
      await page.screenshot({ path: `/tmp/checks-session/${name}-${width}-${colorScheme}.png`, fullPage: width === 390 });
      console.log(name, width, colorScheme, await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'), JSON.stringify(await accessibilityFaults(page)).slice(0, 600));
      await context.close();
    }
  };
  console.log((await house.database.source.query('select checks from reviews where id=$1',[id]))[0].checks.filter((c: any) => c.level !== 'green'));
  await visitor.open(path);
  const [one = '', two = ''] = snapshot.reasons;
  let t = Date.now();
  console.log('edit', (await visitor.send(`${path}/edit`, { page: '2', block: blockKey(one), text: one.replace(/\.$/, ', on what you told us.') })).location, Date.now() - t);
  t = Date.now(); await visitor.open(`${path}/edit/pages/2`); console.log('picture', Date.now() - t);
  t = Date.now(); await visitor.open(`${path}/edit/pages/3`); console.log('picture warm', Date.now() - t);
  console.log('refused', (await visitor.send(`${path}/edit`, { page: '2', block: blockKey(two), text: two.replace(/\d+/, '7') })).status);
  await house.database.source.query(`update reviews set checks = $2 where id = $1`, [id, JSON.stringify([
    { id: 'licences', title: 'Licences that the law asks for', level: 'red', found: 'Page 9: Nurse needs a licence or registration that is not named: Nursing and Midwifery Council.', pages: [9], todo: 'Return the draft, or choose another path: nobody may be sent towards work they may not do.' },
    { id: 'advice', title: 'Advice within their limits', level: 'amber', found: 'Page 9: half of the people in data scientist earn less than the person needs.', pages: [9], question: 'Is this path right for this person all the same? Say why, or choose another.' },
    { id: 'sources', title: 'Sources in date', level: 'red', found: 'Page 5: Optuna was last checked in 2025-08, more than 12 months ago.', pages: [5], todo: 'Have the fact looked up and its date renewed in the content, then return the draft; or edit the sentence out.' },
    { id: 'size', title: 'At most 2 MB', level: 'green', found: 'The file has 172 kB.' }])]);
  await shoot('red', `${path}?page=9`);
  await shoot('edit', `${path}/edit?page=2`);
  t = Date.now();
  console.log('note', (await visitor.send(`${path}/note`, { note: 'I read all fifteen pages beside your answers and compared pay, licences and dates with their sources. I made the first reason on page 2 plainer. Page 9 is the one to read twice: the first test costs you an afternoon and tells you most. I would ask your manager for the change of hours first.', signature: 'x' })).location, Date.now() - t);
  console.log((await house.database.source.query('select checks from reviews where id=$1',[id]))[0].checks.filter((c: any) => c.level !== 'green'));
  await shoot('noted', `${path}?page=15`);
  writeFileSync('/tmp/checks-session/noted.pdf', (await visitor.open(`${path}/blueprint.pdf`)).bytes);
  await browser.close(); await house.stop();
}, 600000);
