import { figuresChanged } from './figures-of.js';
import { amber, check, type Check, type Fault, green, red } from './finding.js';

/** What reviewers changed left every figure of a block as often as it was drafted. */
export const edits: Check = check(
  'edits',
  'Edits leave figures alone',
  ({ snapshot: { edits: all = [] } }) => {
    const faults = all.flatMap(({ page, draft, text }): Fault[] => {
      const changed = figuresChanged(draft, text);
      return changed
        ? [{ page, words: `an edit changed figures: ${[...changed.missing, ...changed.added].join(', ')}` }]
        : [];
    });
    return faults.length > 0
      ? red(faults, 'Take the change back, and say it with the figures of the draft.')
      : green(
          all.length === 0
            ? 'No word was changed.'
            : `${all.length} blocks were changed, and no figure in them.`,
        );
  },
);

/** A draft that was returned does not come back as it was; whether it is better now, only a person can say. */
export const returned: Check = check('returned', 'What it was returned for', ({ returned: before }) => {
  if (before === null) return green('No version of it was returned.');
  const words = `version ${before.version} was returned: “${before.reason}”`;
  if (before.unchanged)
    return red(
      { words: `It says the same as before, and ${words}` },
      'Edit the words it was returned for, choose another path, or pause the order and ask; the same draft does not go out.',
    );
  const same = before.asked.filter((one) => one.same && one.page > 0);
  return same.length > 0
    ? amber(
        same.map(({ page, words: asked }) => ({
          page,
          words: `it says the same as in version ${before.version}, of which was asked: “${asked}”`,
        })),
        'Is the page right as it is? Edit it, or say why it stays.',
      )
    : amber({ words: words.replace(/^v/, 'V') }, 'Has this been met?');
});
