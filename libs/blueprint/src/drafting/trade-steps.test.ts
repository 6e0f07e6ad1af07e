import type { Answers } from '@app/assessment';
import type { TradeStep } from '@app/labour-market';
import { fittingSteps, stepOf } from './trade-steps.js';

const step = (name: string, more: Partial<TradeStep> = {}): TradeStep => ({
  step: name,
  for: 'anyone',
  why: 'It lasts.',
  asks: 'a course of two days',
  months: [0, 3],
  cost: 'nothing',
  say: 'May I begin it this month?',
  page: 'www.gov.uk',
  ...more,
});

const fitting = (
  steps: TradeStep[],
  answers: Answers = {},
  own: { title: string; tasks: string[] } = { title: 'Carer', tasks: [] },
): string[] => fittingSteps(steps, answers, own).map((one) => one.step);

describe('the steps inside the trade that fit somebody', () => {
  const four = [
    step('first post', { for: 'starting' }),
    step('one specialism', { for: 'settled' }),
    step('a desk of one’s own'),
    step('whole floor', { for: 'senior' }),
  ];

  it('are those of their level first, never a beginner’s for who guides others, nor a leader’s for a beginner', () => {
    expect(fitting(four, { level: 'lead' })).toEqual([
      'whole floor',
      'one specialism',
      'a desk of one’s own',
    ]);
    expect(fitting(four, { level: 'junior' })).toEqual([
      'first post',
      'a desk of one’s own',
      'one specialism',
    ]);
    expect(fitting(four)[0]).toBe('one specialism');
  });

  it('go by the years where no level was given', () => {
    expect(fitting(four, { years: 15 })).toEqual(fitting(four, { level: 'senior' }));
    expect(fitting(four, { years: 0 })).toEqual(fitting(four, { level: 'junior' }));
  });

  it('take no longer than they have, and those that may take longer come later', () => {
    const steps = [
      step('a long one', { months: [9, 24] }),
      step('an uncertain one', { months: [2, 12] }),
      step('a short one'),
    ];
    expect(fitting(steps, { constraints: { monthsToTrain: 6 } })).toEqual([
      'a short one',
      'an uncertain one',
    ]);
  });

  it.each([
    ['managing-people', step('team leader')],
    ['exams', step('the next card', { asks: 'a course and exams' })],
    ['shifts', step('the ward at night', { asks: 'a turn on the rota' })],
    ['client-facing', step('first contact', { asks: 'talks with customers' })],
    ['self-employment', step('own chair in a salon')],
    ['physical-work', step('the yard', { asks: 'lifting and loading' })],
  ] as const)('ask for nothing they avoid: %s', (avoid, one) => {
    expect(fitting([one, step('another')])).toContain(one.step);
    expect(fitting([one, step('another')], { constraints: { avoid: [avoid] } })).toEqual(['another']);
  });

  it('keep near home who asked for that', () => {
    const far = step('runs to the continent', { asks: 'nights away' });
    expect(fitting([far], { constraints: { travel: 'local' } })).toEqual([]);
    expect(fitting([far], { constraints: { travel: 'anywhere' } })).toEqual([far.step]);
  });

  it('are no step that their title says they have taken', () => {
    expect(
      fitting([step('technical lead or staff engineer')], { jobTitle: 'Staff software engineer' }),
    ).toEqual([]);
    expect(fitting([step('technical lead or staff engineer')], { jobTitle: 'Engineer' })).toHaveLength(1);
    expect(fitting([step('sous chef who costs the menu')], { jobTitle: 'Sous chef, evenings' })).toEqual([]);
  });

  it('are of the trade that their title names, where a unit group holds several', () => {
    const steps = [
      step('care navigator', { trades: ['gp', 'surgery'] }),
      step('treatment coordinator', { trades: ['dental'] }),
      step('front of house', { notTrades: ['gp', 'dental'] }),
    ];
    const own = { title: 'Receptionist', tasks: [] };
    expect(fitting(steps, { jobTitle: 'GP receptionist' }, own)).toEqual(['care navigator']);
    expect(fitting(steps, {}, own)).toEqual(['front of house']);
  });

  it('bring nothing they avoid that only an editor knows of', () => {
    const ward = step('the unit with the machines', { brings: ['shifts'] });
    expect(fitting([ward])).toHaveLength(1);
    expect(fitting([ward], { constraints: { avoid: ['shifts'] } })).toEqual([]);
  });

  it('are those first that name what they call their work, then what fills their week', () => {
    const steps = [step('interpreter in courts'), step('writer for schools'), step('reviser of texts')];
    expect(fitting(steps, { jobTitle: 'Copy reviser' })[0]).toBe('reviser of texts');
    expect(fitting(steps, {}, { title: 'Author', tasks: ['Writing for the web'] })[0]).toBe(
      'writer for schools',
    );
  });

  it('are first what is done from home for who wishes that', () => {
    const steps = [step('the desk'), step('lessons', { why: 'It is done from home.', for: 'senior' })];
    expect(fitting(steps, { level: 'mid', constraints: { travel: 'remote' } })[0]).toBe('lessons');
    expect(fitting(steps, { level: 'mid', constraints: { travel: 'local' } })[0]).toBe('the desk');
  });

  it('come first that were written for the very trade they name, though the list has them later', () => {
    const steps = [step('payroll lead'), step('bank details', { trades: ['payable'] })];
    const own = { title: 'Bookkeeper', tasks: [] };
    expect(fitting(steps, { jobTitle: 'Between jobs (accounts payable)' }, own)[0]).toBe('bank details');
  });

  it('say their months in words', () => {
    expect(
      (
        [
          [0, 0],
          [0, 1],
          [0, 3],
          [2, 9],
          [6, 6],
        ] as const
      ).map(([from, to]) => stepOf(step('x', { months: [from, to] })).time),
    ).toEqual(['at once', 'up to 1 month', 'up to 3 months', '2–9 months', '6 months']);
  });
});
