import type { CompletedAssessment, PersonalScorer } from '@app/assessment';
import type { Id } from '@app/kernel';
import type { LabourMarket } from '@app/labour-market';
import type { Catalogue } from '@app/occupations';
import type { BlueprintAssets } from '../blueprint-assets.js';
import type { StandingOf } from '../facts/fact-standings.js';
import { OnlyStanding } from '../facts/only-standing.js';
import { gatherInputs } from '../gather-inputs.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { buildSnapshot } from '../drafting/build-snapshot.js';
import type { ExamplePerson } from './example-people.js';

/** What figures and scores an example is made with. */
export interface PreviewFigures {
  readonly catalogue: Catalogue;
  readonly market: LabourMarket;
  readonly scorer: PersonalScorer;
}

/** A fixed day, so that two previews differ only by what was edited. */
const DRAFTED = new Date('2026-11-24T19:50:00Z');

/** The snapshot of somebody made up, through the real scoring and the real figures. @param standingOf nothing is checked unless told */
export function previewSnapshot(
  { catalogue, market, scorer }: PreviewFigures,
  assets: BlueprintAssets,
  { name, answers }: Pick<ExamplePerson, 'name' | 'answers'>,
  standingOf: StandingOf = () => ({}),
): BlueprintSnapshot {
  const result = scorer.score(answers);
  const assessment: CompletedAssessment = {
    id: '00000000-0000-4000-8000-000000000001' as Id<'Assessment'>,
    answers,
    result,
    completedAt: DRAFTED,
    catalogueVersion: result.catalogueVersion,
    modelVersion: result.modelVersion,
  };
  const inputs = gatherInputs(
    {
      brand: {
        name: 'Pivotwise',
        siteUrl: 'https://pivotwise.example',
        supportEmail: 'help@pivotwise.example',
      },
      order: { reference: 'PW-7K3M-9QXT', checkCode: '4H7R-K2QP-M9', version: 1 },
      customerName: name,
      draftedAt: DRAFTED,
      templateVersion: assets.version,
      assessment,
    },
    catalogue,
    market,
  );
  const standing = new OnlyStanding(assets, standingOf);
  return standing.snapshot(buildSnapshot(standing.inputs(inputs), assets));
}
