import type { CountedKeyboard } from './counted-keyboard.js';
import type { SeenCheck } from './desk-page.js';

/** The words on the page that a check quotes; null when it speaks of something else, such as a date. */
export const quotedIn = ({ found }: SeenCheck): string | null => /“([^”]+)”/.exec(found)?.[1] ?? null;

/**
 * Puts other words in the place of the sentence that a check quotes, and makes the new file. Where the desk does not take them, such as a sentence
 * whose figures must stay, it goes back to the review.
 * @returns null when the file is made, else what the desk said.
 */
export async function putInPlaceOf(
  keyboard: CountedKeyboard,
  check: SeenCheck,
  pass: () => Promise<void>,
): Promise<string | null> {
  const { page } = keyboard;
  const phrase = quotedIn(check) ?? '';
  await keyboard.go('e');
  await pass();
  const field = await page.evaluate<{ id: string; text: string } | null>(
    `(() => { const field = [...document.querySelectorAll('textarea[name=text]')].find((one) => one.value.includes(${JSON.stringify(phrase)}));
        return field ? { id: field.id, text: field.value } : null; })()`,
  );
  if (!field) throw new Error(`page ${check.page} of ${page.url()} has no block that says “${phrase}”`);
  const words = field.text
    .split(/(?<=[.!?])\s/)
    .map((sentence) => (sentence.includes(phrase) ? 'Your answers point this way.' : sentence))
    .join(' ');
  await keyboard.tabTo(`details:has(#${field.id}) > summary`);
  await keyboard.press('Enter');
  await keyboard.tabTo(`#${field.id}`);
  await keyboard.press('Control+a');
  await keyboard.type(words);
  await keyboard.go('Control+Enter');
  const said = page.locator('.field-error, .refused');
  if ((await said.count()) > 0) {
    const refusal = (await said.first().innerText()).replace(/\s+/g, ' ');
    // The field that was refused has the focus; keys of the page are typed outside it.
    await keyboard.press('Escape');
    await keyboard.go('e');
    return refusal;
  }
  await keyboard.tabTo('form[action$="/file"] button');
  await keyboard.go('Enter');
  return null;
}
