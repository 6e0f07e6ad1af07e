import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { linkFact, type SaidFact, sentenceFact, serviceFact } from '@app/blueprint';
import { projectPath } from '@app/config';
import type { ReadFact } from '../outside-fact.js';
import { WRITTEN } from './market-facts.js';
import { spoken } from './template-facts.js';

const PLAN = 'templates/blueprint/plan.yaml';
const LINKED = ['templates/site', 'templates/email', 'templates/contract'];
const PAPER = 'templates/blueprint/pages';

/** Money that the state pays between jobs. */
const BENEFITS = /Universal Credit|Jobseeker|National Insurance/;
/** Who gives advice free of charge, by name. */
const HELPERS = /National Careers Service|My World of Work|Careers Wales|nidirect|Acas|Citizens Advice/;
const PAGE = /\bwww\.[\w./-]*\w/;
const LINK = /<a href="https:\/\/([^"{]+)"[^>]*>([^<]+)<\/a>/g;

/** Where careers advice and money between jobs are given, and what the plan says of benefits and public services. */
export function* planFacts(): Generator<ReadFact> {
  const { claim, advice, ...plan } = parse(text(PLAN)) as Record<'advice' | 'claim', Record<string, string>>;
  for (const [nation, words] of Object.entries(claim))
    yield unread(serviceFact('claim', nation, words), `Money between jobs: ${nation}`, PLAN, words, words);
  for (const [nation, words] of Object.entries(advice))
    yield unread(serviceFact('advice', nation, words), `Careers advice: ${nation}`, PLAN, null, words);
  for (const sentence of strings(plan)) {
    const said = spoken(sentence);
    const isOfBenefits = BENEFITS.test(sentence);
    if (isOfBenefits || PAGE.test(sentence))
      yield unread(
        sentenceFact(isOfBenefits ? 'terms' : 'help', said),
        `In the plan: ${said}`,
        PLAN,
        PAGE.exec(sentence)?.[0] ?? null,
        sentence,
      );
  }
}

/** Every page of somebody else that our pages, emails and terms link to. */
export function* linkFacts(): Generator<ReadFact> {
  for (const file of LINKED.flatMap(templates))
    for (const [link, address = '', name = ''] of text(file).matchAll(LINK)) {
      const page = address.replace(/\/$/, '');
      yield unread(linkFact(name, page), `${name}, linked to`, file, page, link);
    }
}

/** What pages of the blueprint say of who advises free of charge. */
export function* paperFacts(): Generator<ReadFact> {
  for (const file of templates(PAPER))
    for (const line of text(file)
      .split('\n')
      .filter((one) => HELPERS.test(one))) {
      const said = spoken(line);
      yield unread(sentenceFact('help', said), `On paper: ${said}`, file, null, line);
    }
}

const unread = (
  fact: SaidFact,
  title: string,
  file: string,
  page: string | null,
  lookFor: string,
): ReadFact => ({
  ...fact,
  title,
  page,
  places: [{ file, lookFor: [lookFor] }],
  written: WRITTEN,
  unchecked: true,
});

const strings = (part: unknown): string[] =>
  typeof part === 'string'
    ? [part]
    : part !== null && typeof part === 'object'
      ? Object.values(part).flatMap(strings)
      : [];

const text = (file: string): string => readFileSync(projectPath(file), 'utf8');
const templates = (folder: string): string[] =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.liquid'))
    .sort()
    .map((name) => `${folder}/${name}`);
