import { answersAtOdds } from '@app/assessment';
import { amber, check, type Check, green } from './finding.js';

/** What the file rests on when little was told. */
const THIN: Readonly<Record<string, string>> = {
  'title unknown':
    'They found no title: everything is of their family of work, so read pages 3–7 as no one’s own.',
  'title only': 'They gave a title alone: pages 3–7 are of the usual week, not of theirs.',
};

/** Answers that seldom go together were asked about kindly; a person reads what was made of those that stayed so. */
export const answers: Check = check('answers', 'Answers that go together', ({ answers: given, snapshot }) => {
  const odd = given === null ? [] : answersAtOdds(given);
  if (odd.length > 0)
    return amber(
      odd.map(({ words }) => ({ words: `They were asked, and left it so: “${words.replace(/[.?]$/, '')}”` })),
      'Does the advice hold whichever of the two is right, or does your note say what it took for true?',
    );
  return green(THIN[snapshot.answerLevel] ?? 'Nothing that they told us is at odds with the rest.');
});
