import { nationOf, NATIONS, type Route } from '@app/labour-market';
import type { Answers } from '../answers/answers.js';

/** Begins like this when it holds for a part of the trade: "in casinos only: …". Page 9 of the blueprint says it; here it would mislead. */
const FOR_A_PART = /^(in|on|for) [^:]* only: /;
/** A step that names what the law asks. */
const NAMES_IT = /licen[cs]e|regist|certificate|vetting|check|qualification held|QTS|NMC|HCPC|GDC/i;

/** The step that an editor wrote for the move, then what the law asks of everybody in the trade where the person lives. */
export function entryWords(
  route: Pick<Route, 'registers'> | undefined,
  { region }: Pick<Answers, 'region'>,
  needs: string | undefined,
): string | undefined {
  const nation = nationOf(region) ?? 'England';
  const law = route?.registers.find(
    ({ force, nations, what }) => force === 'law' && nations.includes(nation) && !FOR_A_PART.test(what),
  );
  const asked = law && !NAMES_IT.test(needs ?? '') ? `${law.what} (${law.body})` : undefined;
  // Who did not say where they live is told whose law it is.
  const isElsewhere = nationOf(region) === undefined && (law?.nations.length ?? 0) < NATIONS.length;
  const byLaw = isElsewhere ? 'by law in England' : 'by law';
  const sentence = [
    needs,
    needs === undefined && isElsewhere && asked !== undefined ? `${byLaw}: ${asked}` : asked,
  ]
    .filter((one) => one !== undefined)
    .join(`; ${byLaw}: `);
  return sentence === '' ? undefined : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
