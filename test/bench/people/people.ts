import type { Device } from './keystroke-model.js';

/** Somebody who wants to know how exposed their own work is. */
export interface Visitor {
  readonly who: string;
  readonly device: Device;
  /** What they type into the search, and what next when nothing of theirs comes up. */
  readonly searches: readonly string[];
  /** Titles in which they know their work. */
  readonly mine: RegExp;
  /** The kind of work they choose where no title fits. */
  readonly family: RegExp;
  /** What they press on the report: its solid button, or the tasks that it offers to tick. */
  readonly onReport: 'button' | 'ticks';
  /** How many of the tasks are theirs, from the top. */
  readonly tasks: number;
  /** A task of their own; whoever writes one down forgets at first to say what kind it is. */
  readonly ownTask?: { readonly words: string; readonly kind: string };
  /** How much of the week each task takes: places of the rough answers, in turn, or percentages as they type them, and what they type when refused. */
  readonly week: { readonly bands: readonly number[] } | { readonly typed: readonly (readonly string[])[] };
  /** Says before the first question that they have no job now. */
  readonly notInWork?: true;
  /** Leaves out a task of the week at first. */
  readonly forgetsOne?: true;
  /** What they type on the pages after the first result, by the label; the next of it when that is refused. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** Their seconds beside those of the models: 1.5 reads 160 words a minute and taps as slowly. */
  readonly pace: number;
}

/**
 * Twelve people. The first six are those whom the audits of this product named; six more stand for who was missing. They are made up: nobody real
 * was watched.
 */
export const PEOPLE: readonly Visitor[] = [
  {
    who: 'Lorry driver in Wales, 48 hours',
    device: 'phone',
    searches: ['lorry driver'],
    mine: /lorry|HGV|large goods/i,
    family: /transport|logistics/i,
    onReport: 'button',
    tasks: 4,
    week: { bands: [4, 1, 1, 1] },
    types: { 'Hours in a usual week': ['48 hours'], 'Lowest pay you would accept': ['28k'] },
    pace: 1.2,
  },
  {
    who: 'Receptionist at a GP’s, 16 hours',
    device: 'phone',
    searches: ['gp receptionist'],
    mine: /receptionist/i,
    family: /office|administration|health/i,
    onReport: 'ticks',
    tasks: 5,
    week: { bands: [2, 2, 1, 1, 1] },
    types: { 'Hours in a usual week': ['sixteen'], 'Lowest pay you would accept': ['£10,400'] },
    pace: 1,
  },
  {
    who: 'Teacher who needs £45k',
    device: 'desktop',
    searches: ['secondry teacher'],
    mine: /secondary.*teacher/i,
    family: /education|teaching/i,
    onReport: 'button',
    tasks: 6,
    week: { typed: [['35%'], ['twenty'], ['15'], ['10'], ['10'], ['5']] },
    types: { 'Hours in a usual week': ['50+', '50'], 'Lowest pay you would accept': ['45k'] },
    pace: 0.9,
  },
  {
    who: 'Warehouse worker without a usual title',
    device: 'phone',
    searches: ['goods in op', 'inwards bay'],
    mine: /warehouse|goods.?in/i,
    family: /transport|logistics/i,
    onReport: 'button',
    tasks: 4,
    week: { bands: [3, 2, 1, 1] },
    types: { 'Lowest pay you would accept': ['24000'], 'Longest you would train for': ['half a year', '6'] },
    pace: 1.2,
  },
  {
    who: 'Engineer on £95k',
    device: 'desktop',
    searches: ['machine learning engineer'],
    mine: /machine learning engineer/i,
    family: /technology|digital/i,
    onReport: 'button',
    tasks: 5,
    week: { bands: [2, 3, 1, 1, 1] },
    types: { 'Hours in a usual week': ['40'], 'Lowest pay you would accept': ['£95,000'] },
    pace: 0.8,
  },
  {
    who: 'Pharmacy technician',
    device: 'phone',
    searches: ['pharmacy technician'],
    mine: /pharma\w+ technician/i,
    family: /health/i,
    onReport: 'ticks',
    tasks: 4,
    week: { bands: [3, 2, 2, 1] },
    types: { 'Hours in a usual week': ['37.5'], 'What you could spend on learning': ['five hundred'] },
    pace: 1,
  },
  {
    who: 'Shelf stacker on nights',
    device: 'phone',
    searches: ['shelf stacker'],
    mine: /shelf/i,
    family: /retail|sales|shop/i,
    onReport: 'ticks',
    tasks: 4,
    week: { bands: [3, 2, 1, 1] },
    forgetsOne: true,
    types: { 'Hours in a usual week': ['thirty'], 'Lowest pay you would accept': ['22'] },
    pace: 1.1,
  },
  {
    who: 'HR officer',
    device: 'desktop',
    searches: ['HR officer'],
    mine: /\b(HR|human resources)\b/i,
    family: /office|business/i,
    onReport: 'button',
    tasks: 6,
    week: { typed: [['30 %'], ['a quarter', '25'], ['15'], ['10'], ['10'], ['10']] },
    types: { 'Lowest pay you would accept': ['thirty-two thousand'] },
    pace: 0.9,
  },
  {
    who: 'Between jobs, was in a shop',
    device: 'phone',
    searches: ['between jobs', 'shop assistant'],
    mine: /shop assistant|retail assistant|sales assistant/i,
    notInWork: true,
    family: /retail|sales/i,
    onReport: 'button',
    tasks: 3,
    week: { bands: [3, 2, 1] },
    types: { 'Lowest pay you would accept': ['min wage', '24000'] },
    pace: 1.1,
  },
  {
    who: 'Carer in a care home, 16 hours',
    device: 'phone',
    searches: ['carer', 'care home assistant'],
    mine: /care (home|worker|assistant)/i,
    family: /care|health/i,
    onReport: 'button',
    tasks: 3,
    ownTask: { words: 'Night checks', kind: 'Caring for and helping people' },
    week: { bands: [3, 2, 2, 1] },
    types: { 'Hours in a usual week': ['16'], 'Longest you would train for': ['12 months'] },
    pace: 1.3,
  },
  {
    who: 'Retired teacher',
    device: 'desktop',
    searches: ['retired teacher', 'teacher'],
    mine: /primary.*teacher/i,
    family: /education|teaching/i,
    onReport: 'button',
    tasks: 4,
    week: { bands: [3, 2, 1, 1] },
    types: { 'Years in this kind of work': ['thirty four', '34'] },
    pace: 1.5,
  },
  {
    who: 'Student, bar work at weekends',
    device: 'phone',
    searches: ['student', 'bar work'],
    mine: /\bbar\b/i,
    family: /hospitality/i,
    onReport: 'button',
    tasks: 3,
    week: { bands: [3, 2, 2] },
    types: { 'Hours in a usual week': ['12 hrs'], 'Lowest pay you would accept': ['30k'] },
    pace: 0.9,
  },
];
