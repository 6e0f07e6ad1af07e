import { launchChromium } from '../support/chromium.js';
import { freshStack } from '../support/fresh-stack.js';
import { PEOPLE } from './people/people.js';
import { printPeople, type Walked } from './people/table.js';
import { walk } from './people/walk.js';
import { progress } from './ratio-table.js';

/**
 * Twelve made-up people go from the home page to their first result, and on to the full one, each in a browser of their own and only by what can be
 * seen. The wait for a page is measured; reading, tapping and typing are modelled. PEOPLE makes it shorter, PICTURES keeps every screen.
 */
const MANY = Number(process.env['PEOPLE'] ?? PEOPLE.length);

progress('the whole product starts');
const stack = await freshStack();
const browser = await launchChromium();
try {
  const walked: Walked[] = [];
  for (const person of PEOPLE.slice(0, MANY)) walked.push(await walk(browser, person, stack.siteUrl));
  if (!printPeople(walked)) process.exitCode = 1;
} finally {
  await browser.close();
  await stack.stop();
}
