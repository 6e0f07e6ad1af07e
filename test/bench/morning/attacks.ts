import type { Browser, Page } from 'playwright-core';
import type { Account } from './morning-stack.js';

/** Something that must not work, and what it was answered. */
export interface Attack {
  readonly what: string;
  readonly refused: boolean;
  readonly words: string;
}

export const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The same code once more, from another browser. */
export async function replayedCode(
  browser: Browser,
  deskUrl: string,
  { email, password }: Account,
  code: string,
): Promise<Attack> {
  const page = await browser.newPage();
  await page.goto(`${deskUrl}/sign-in`);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.fill('[name=code]', code);
  await Promise.all([page.waitForEvent('domcontentloaded'), page.press('[name=code]', 'Enter')]);
  const words = tidy(await page.locator('main').innerText());
  const refused = new URL(page.url()).pathname === '/sign-in' && /is not right/.test(words);
  await page.context().close();
  return {
    what: 'a code that has signed somebody in signs in once more',
    refused,
    words: sentence(words, /[^.]*is not right\./),
  };
}

/** Sends a form as this person's browser would, with the page's own token against forgery. */
async function send(
  page: Page,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ status: number; words: string }> {
  const answer = await page.evaluate<{ status: number; html: string }>(`(async () => {
    const token = document.querySelector('input[name=_csrf]');
    const body = new URLSearchParams({ ...(token ? { _csrf: token.value } : {}), ...${JSON.stringify(fields)} });
    const response = await fetch(${JSON.stringify(path)}, { method: 'POST', body, headers: { accept: 'text/html' } });
    return { status: response.status, html: await response.text() };
  })()`);
  const words = await page.evaluate<string>(
    `new DOMParser().parseFromString(${JSON.stringify(answer.html)}, 'text/html').querySelector('main')?.textContent ?? ''`,
  );
  return { status: answer.status, words: tidy(words) };
}

/** A reviewer makes themselves an admin: by a form that their pages never show, and by a cookie that nobody gave them. */
export async function forgedRole(page: Page, browser: Browser, deskUrl: string): Promise<Attack> {
  const form = await send(page, '/staff/invite', { email: 'eve@example.org', name: 'Eve', roles: 'admin' });
  const cookies = await page.context().cookies();
  const context = await browser.newContext();
  await context.addCookies([
    ...cookies.map((cookie) => ({
      ...cookie,
      value: cookie.name === 'desk' ? `${cookie.value.slice(0, -4)}AAAA` : cookie.value,
    })),
    { name: 'roles', value: 'admin', url: deskUrl },
  ]);
  const forged = await context.newPage();
  await forged.goto(`${deskUrl}/staff`);
  const shut = new URL(forged.url()).pathname === '/sign-in';
  await context.close();
  return {
    what: 'a reviewer sends the form of an admin, and a session with another ending asks for staff',
    refused: form.status === 403 && /Your roles do not allow/.test(form.words) && shut,
    words: `${form.status}: ${sentence(form.words, /Your roles[^.]*\./)} The cookie: ${shut ? 'asked to sign in' : 'let in'}.`,
  };
}

/** Whoever wrote in a draft and approved it first confirms it as the second person too, by the form that their page does not show. */
export async function editorApproves(page: Page, deskUrl: string, reviewId: string): Promise<Attack> {
  const before = page.url();
  await page.goto(`${deskUrl}/reviews/${reviewId}`);
  const sha256 = await page.evaluate<string>(`document.querySelector('input[name=sha256]')?.value ?? ''`);
  const { status, words } = await send(page, `/reviews/${reviewId}/second`, { sha256 });
  await page.goto(before);
  return {
    what: 'the editor, who approved first, is the second person too',
    refused: status >= 400 && /another person must be the second/.test(words),
    words: `${status}: ${sentence(words, /You (?:approved|changed)[^.]*second\./)}`,
  };
}

/** The page with the button is older than the file: its approval would be of bytes nobody has in front of them. */
export async function staleApproval(page: Page, note: (words: string) => Promise<void>): Promise<Attack> {
  await note('I read all fifteen pages beside your answers. This is the first note that I write for you.');
  const old = await page.context().newPage();
  await old.goto(page.url());
  await note('I read all fifteen pages beside your answers. This is another note, in another file.');
  await old.bringToFront();
  await old.evaluate(
    `document.querySelector('#reason') && (document.querySelector('#reason').value = 'Looked at.')`,
  );
  await old.evaluate(`document.querySelector('form[action$="/approve"] button').focus()`);
  await Promise.all([old.waitForEvent('domcontentloaded'), old.keyboard.press('Enter')]);
  const words = tidy(await old.locator('#errors').textContent());
  await old.close();
  await page.bringToFront();
  return {
    what: 'an approval from a page that is older than the file',
    refused: /file has changed/.test(words),
    words,
  };
}

export const sentence = (words: string, pattern: RegExp): string =>
  tidy(pattern.exec(words)?.[0] ?? words.slice(0, 160));
