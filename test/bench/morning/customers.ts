import type pg from 'pg';
import { Customer } from '../../../apps/cli/src/journey/customer.js';
import { progress } from '../ratio-table.js';

/** Occupations whose reports editors wrote, of many kinds of work. */
export const WORK = [
  'machine-learning-engineer',
  'accountant',
  'nurse',
  'graphic-designer',
  'paralegal',
  'electrician',
  'marketing-manager',
  'customer-service-adviser',
  'data-analyst',
  'secondary-school-teacher',
  'web-developer',
  'office-manager',
  'journalist',
  'chef',
  'hr-officer',
  'civil-engineer',
  'payroll-clerk',
  'care-worker',
  'estate-agent',
  'insurance-underwriter',
] as const;

/** Whoever has the work of somebody before them lives elsewhere, earns more, wants more and has another week. */
export const ANOTHER_LIFE = {
  level: 'senior',
  region: 'E12000007',
  payBand: '65-85',
  lowestPay: '45000',
  turned: 2,
} as const;

const FIRST = ['Amara', 'Bronwen', 'Callum', 'Deepa', 'Eilidh', 'Farid', 'Grainne', 'Huw', 'Ifeoma', 'Jonas'];
const LAST = ["O'Neill", 'Wójcik', 'Okonkwo-Llewellyn', 'Patel', 'MacDonald', 'Ní Bhriain', 'Smith'];

export const nameOf = (number: number): string =>
  `${FIRST[number % FIRST.length]} ${LAST[number % LAST.length]}`;

/**
 * People who answer every question and pay, by the forms of the site and the pay page of the local Stripe. The site counts tries by address and
 * all of them come from this machine, so the owner of the database forgets the counts.
 */
export async function peoplePay(siteUrl: string, owner: pg.Client, people: number): Promise<void> {
  for (let number = 0; number < people; number += 1) {
    const name = nameOf(number);
    const slug = WORK[number % WORK.length] ?? WORK[0];
    const who = { name, email: `person-${number}@customer.example` };
    const work = { slug, search: slug.replaceAll('-', ' ') };
    const customer = number < WORK.length ? new Customer(who, work) : new Customer(who, work, ANOTHER_LIFE);
    await customer.takeAssessment(siteUrl);
    await customer.order(siteUrl);
    await customer.pay();
    if (number % 10 === 9) await owner.query('delete from rate_limits');
    progress(`${number + 1} of ${people} people have paid; ${name} is a ${slug}`);
  }
}
