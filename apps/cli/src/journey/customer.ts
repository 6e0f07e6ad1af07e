import { Person } from './person.js';
import { expectThat } from './expect.js';

export const CUSTOMER = { name: 'Siân Ní Dhomhnaill-Wójcik', email: 'sian@customer.example' } as const;
const WORK = { slug: 'machine-learning-engineer', search: 'machine learning engineer', reported: /\b35\b/ };

/** What differs between people of the same work. */
export interface CustomersLife {
  readonly level: string;
  readonly region: string;
  readonly payBand: string;
  /** Pounds a year. */
  readonly lowestPay: string;
  /** How many places the answers about the week are turned on by. */
  readonly turned: number;
}

const LIFE: CustomersLife = {
  level: 'mid',
  region: 'W92000004',
  payBand: '40-50',
  lowestPay: '38000',
  turned: 0,
};

/** A visitor who becomes a customer, by plain HTTP and the words on the pages. */
export class Customer extends Person {
  constructor(
    private readonly who: { readonly name: string; readonly email: string } = CUSTOMER,
    private readonly work: {
      readonly slug: string;
      readonly search: string;
      readonly reported?: RegExp;
    } = WORK,
    private readonly life: CustomersLife = LIFE,
  ) {
    super();
  }

  /** From the report through every question to the result. @returns the score shown. */
  async takeAssessment(siteUrl: string): Promise<{ score: number; words: string }> {
    const { slug, search, reported } = this.work;
    const { level, region, payBand, lowestPay } = this.life;
    await this.open(`${siteUrl}/occupations/${slug}`);
    if (reported)
      expectThat(reported.test(this.here.text), `the report to show the score ${reported}`, this.here.text);
    await this.follow('Start the assessment');
    await this.submit({}, { action: 'start' });
    if (this.here.url.pathname.endsWith('/job')) await this.chooseJob(search);
    await this.submit({ task: this.choices('task').slice(0, 6) });
    await this.submit(this.week());
    expectThat(this.here.url.pathname.endsWith('/first-result'), 'the first result', this.here.url.pathname);
    await this.follow('Carry on');
    await this.submit(this.rows(['parts', 'never', 'most']), { action: 'ai-tools' });
    await this.submit({ confidential: 'most', presence: 'little' });
    await this.submit({ level, region, hoursPerWeek: '37', payBand });
    await this.submit(this.rows(['3', '4', '2', '5']), { action: 'skills' });
    await this.submit(this.rows(['like', 'dislike', 'neither', 'like']), { action: 'interests' });
    await this.submit({
      lowestPay,
      monthsToTrain: '12',
      travel: 'commute',
      budget: '500',
      hoursPerWeekForLearning: '4',
    });
    await this.submit({}, { action: 'check' });
    expectThat(this.here.url.pathname.endsWith('/result'), 'the full result', this.here.url.pathname);
    const score = Number(/(\d{1,3}) of 100/.exec(this.here.text)?.[1]);
    expectThat(score > 0 && score <= 100, 'a score from 1 to 100 on the result page', this.here.text);
    return { score, words: this.here.text };
  }

  /** Fills in the order and arrives at the pay page. */
  async order(siteUrl: string): Promise<void> {
    await this.open(`${siteUrl}/order/new`);
    await this.submit({ ...this.who, start: 'start_now', consent_start: 'yes', consent_end: 'yes' });
    expectThat(
      !this.here.url.href.startsWith(siteUrl),
      'the pay page of the local Stripe',
      this.here.url.href,
    );
  }

  async pay(card = '4242 4242 4242 4242'): Promise<void> {
    await this.submit(
      { method: 'card', card_number: card, expiry: '12 / 30', cvc: '123', name: this.who.name },
      { button: 'Pay' },
    );
  }

  private async chooseJob(words: string): Promise<void> {
    const job = new URL('/assessment/job', this.here.url);
    job.searchParams.set('q', words);
    await this.open(job);
    await this.submit({ occupation: this.work.slug });
  }

  /** A different answer for each task, so that the person is not the typical one. */
  private week(): Record<string, string> {
    const bands = ['much', 'some', 'little', 'some', 'little', 'none'];
    const fields = new Set(
      this.here.html.querySelectorAll('input[name^=band_]').map((input) => input.getAttribute('name') ?? ''),
    );
    return Object.fromEntries(
      [...fields].map((field, index) => [
        field,
        bands[(index + this.life.turned) % bands.length] ?? 'little',
      ]),
    );
  }

  /** One answer for each row of radio buttons on the page, in turn. */
  private rows(answers: readonly string[]): Record<string, string> {
    const names = new Set(
      this.here.html.querySelectorAll('input[type=radio]').map((input) => input.getAttribute('name') ?? ''),
    );
    return Object.fromEntries([...names].map((name, index) => [name, answers[index % answers.length] ?? '']));
  }

  private choices(name: string): string[] {
    return this.here.html
      .querySelectorAll(`input[name=${name}]`)
      .map((input) => input.getAttribute('value') ?? '');
  }
}
