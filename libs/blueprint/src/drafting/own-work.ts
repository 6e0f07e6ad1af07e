import { type Answers, groupsOfUnsocialHours, isSelfEmployed, workTraits } from '@app/assessment';
import type { LabourMarket } from '@app/labour-market';
import type { Catalogue, OccupationReport } from '@app/occupations';
import type { BlueprintInputs } from '../snapshot/blueprint-inputs.js';
import { dataHeldOf } from './data-held.js';

/** From here on handling things is a large part of a work: about the highest fifth of occupations. Care is done by hand and is no such work. */
const HANDS = { share: 0.15, interest: 6, social: 5 } as const;

/** What pages say of their own work beside its figures. */
export function ownWork(
  report: OccupationReport | undefined,
  answers: Answers,
  { dataset }: Catalogue,
  market: LabourMarket,
): Pick<BlueprintInputs, 'ownScaleId' | 'dataOf' | 'handlesThings' | 'leavesShifts'> {
  if (!report) return {};
  const [group = ''] = report.occupation.ukCodes.map(({ code }) => code);
  const scale = isSelfEmployed(answers) ? undefined : market.payScaleOf(report.code);
  const record = dataset.occupations.get(report.code);
  const traits = record && workTraits(dataset.activityShares.get(report.code) ?? [], record.riasec);
  const handles =
    traits &&
    traits.social < HANDS.social &&
    (traits.physical >= HANDS.share || traits.handsOn >= HANDS.interest);
  const dataOf = dataHeldOf(group, `${answers.jobTitle ?? ''} ${report.title}`);
  return {
    ...(scale?.group.share === 'most' && { ownScaleId: scale.id }),
    ...(dataOf !== undefined && { dataOf }),
    ...(handles && { handlesThings: true }),
    ...(answers.constraints?.avoid?.includes('shifts') &&
      groupsOfUnsocialHours().includes(group) && { leavesShifts: true }),
  };
}
