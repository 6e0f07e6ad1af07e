import { rankedPlaces, samePlaces, type SnapshotChoice } from '@app/blueprint';
import { type CheckFacts, pagesOf, sameData, squash } from './check-facts.js';
import { amber, check, type Check, type Fault, type Finding, green, red } from './finding.js';

const CHOOSE = 'Choose the paths again, with a reason, or return the draft.';

/** Other paths than the ranking gives are somebody's choice, with a reason; a limit that one breaks stands on its page. */
export const choice: Check = check('choice', 'Paths of the ranking, or chosen', (facts): Finding => {
  const { snapshot } = facts;
  return snapshot.choice ? ofChoice(facts, snapshot.choice) : ofRanking(facts);
});

function ofRanking(facts: CheckFacts): Finding {
  const { snapshot, recomputed } = facts;
  // The third may have given its page to the steps inside the trade; page 8 says so.
  const kept = snapshot.paths.map(({ slug }) => slug);
  const now = {
    recommended: snapshot.recommended,
    paths: snapshot.gaveWay ? [...kept, snapshot.gaveWay.slug] : kept,
  };
  // With other data than it was drafted with, the figures say so already.
  if ('impossible' in recomputed || !sameData(facts) || samePlaces(now, rankedPlaces(recomputed)))
    return green('Nobody chose others: the advice and the paths are those of the ranking.');
  return red(
    { page: 8, words: 'the advice or the paths are not those of the ranking, and nobody chose them' },
    CHOOSE,
  );
}

function ofChoice(facts: CheckFacts, made: SnapshotChoice): Finding {
  const { snapshot, candidates } = facts;
  const titleOf = (slug: string): string =>
    snapshot.paths.find((path) => path.slug === slug)?.title ?? made.instead.titles[slug] ?? slug;
  const broken = candidates.filter(({ path, limits }) => limits.length > 0 && made.paths.includes(path.slug));
  const unsaid = broken.flatMap(({ path, limits }): Fault[] => {
    const page = 9 + made.paths.indexOf(path.slug);
    const text = squash(pagesOf(facts)[page - 1] ?? '');
    return limits.every((limit) => text.includes(squash(limit)))
      ? []
      : [{ page, words: `it does not say which limit ${titleOf(path.slug)} breaks` }];
  });
  if (unsaid.length > 0) return red(unsaid, CHOOSE);
  if (broken.length > 0)
    return amber(
      broken.map(({ path, limits }) => ({
        page: 9 + made.paths.indexOf(path.slug),
        words: `${titleOf(path.slug)} breaks a limit: ${limits.join(' ').replace(/\.$/, '')}`,
      })),
      `The reviewer chose it because “${made.inSpite ?? made.reason}” Is it right for this person all the same?`,
    );
  const came = made.paths.filter((slug) => !made.instead.paths.includes(slug)).map(titleOf);
  const what =
    came.length > 0
      ? `${came.join(' and ')} came in`
      : 'the same paths stand in another order or the advice is another';
  return green(`A reviewer chose: ${what}, because “${made.reason}”`);
}
