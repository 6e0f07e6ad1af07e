import { parse } from 'node-html-parser';
import type { Answers } from '@app/assessment';
import { type Fixtures, loadFixtures, snapshotOf } from './people.builder.js';

let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

const ANSWERS: Answers = {
  level: 'mid',
  years: 9,
  region: 'E12000007',
  hoursPerWeek: 38,
  payBand: '40-50',
  constraints: {
    lowestPay: 32000,
    monthsToTrain: 12,
    budget: 500,
    hoursPerWeekForLearning: 3,
    travel: 'commute',
  },
};

describe('a blueprint of somebody whose trade has no published pay', () => {
  it.each([
    'dentist',
    'driving-instructor',
    'charity-manager-or-director',
    'directors-in-consultancy-services',
  ])('is whole and gives no figure for the trade: %s', (occupationSlug) => {
    expect(fixtures.market.payFor(fixtures.catalogue.bySlug(occupationSlug)?.ukCodes ?? [])).toBeNull();
    for (const given of [ANSWERS, { ...ANSWERS, payBand: undefined } as unknown as Answers]) {
      const snapshot = snapshotOf(fixtures, { name: 'Ade Bright', answers: { ...given, occupationSlug } });
      const pages = parse(fixtures.assets.twin.render(snapshot, fixtures.assets)).querySelectorAll(
        'main > section',
      );
      expect(pages).toHaveLength(15);
      for (const page of pages)
        expect(page.text).not.toMatch(/undefined|NaN|£0(?!–)\b|£ |\bnull\b|usually pays/);
    }
  });
});
