import type { Browser } from 'playwright-core';
import { progress } from '../ratio-table.js';
import { toFirstResult, toFullResult } from './journey.js';
import type { Visitor } from './people.js';
import type { Walked } from './table.js';
import { Visit } from './visit.js';

const WINDOWS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;

/** One person's whole way, in a browser that has never been here. */
export async function walk(browser: Browser, person: Visitor, siteUrl: string): Promise<Walked> {
  const touch = person.device === 'phone';
  const context = await browser.newContext({
    viewport: WINDOWS[person.device],
    isMobile: touch,
    hasTouch: touch,
  });
  // A busy machine answers late; that counts as waiting, and is no fault.
  context.setDefaultTimeout(120_000);
  const visit = new Visit(await context.newPage(), person);
  await toFirstResult(visit, siteUrl);
  // The way ends with the result in the window; reading it and looking for the way on are no part of getting there.
  const first = visit.screens.map((screen, place) => ({
    ...screen,
    ...(place === visit.screens.length - 1 && { reading: 0, hesitations: [] }),
  }));
  progress(`${person.who}: the first result after ${first.length} pages`);
  await toFullResult(visit);
  await context.close();
  return { person, first, rest: visit.screens.slice(first.length) };
}
