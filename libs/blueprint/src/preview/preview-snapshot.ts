import type { CompletedAssessment, PersonalScorer } from '@app/assessment';
import type { Id } from '@app/kernel';
import type { LabourMarket } from '@app/labour-market';
import type { Catalogue } from '@app/occupations';
import type { BlueprintAssets } from '../blueprint-assets.js';
import type { FactStatusOf } from '../facts/fact-statuses.js';
import { CurrentFacts } from '../facts/current-facts.js';
import { gatherInputs } from '../gather-inputs.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import type { WantedPlaces } from '../snapshot/reviewers-part.js';
import { buildSnapshot } from '../drafting/build-snapshot.js';
import { chosenOptions } from '../drafting/chosen-options.js';
import type { ExamplePerson } from './example-people.js';

/** What figures and scores an example is made with. */
export interface PreviewFigures {
  readonly catalogue: Catalogue;
  readonly market: LabourMarket;
  readonly scorer: PersonalScorer;
}

/** A fixed day, so that two previews differ only by what was edited. */
const DRAFTED = new Date('2026-11-24T19:50:00Z');

/**
 * The snapshot of somebody made up, through the real scoring and the real figures. @param statusOf nothing is checked unless told
 * @param person with other paths than the ranking gives, if a reviewer wanted such
 */
export function previewSnapshot(
  { catalogue, market, scorer }: PreviewFigures,
  assets: BlueprintAssets,
  { name, answers, wanted }: Pick<ExamplePerson, 'name' | 'answers'> & { readonly wanted?: WantedPlaces },
  statusOf: FactStatusOf = () => ({}),
): BlueprintSnapshot {
  const ranked = scorer.score(answers);
  const chosen = wanted && chosenOptions(ranked, scorer.candidates(answers), wanted);
  const result = chosen?.result ?? ranked;
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
      chosen: Boolean(chosen),
    },
    catalogue,
    market,
  );
  const currentFacts = new CurrentFacts(assets, statusOf);
  const snapshot = currentFacts.snapshot(buildSnapshot(currentFacts.inputs(inputs), assets));
  return chosen ? { ...snapshot, choice: chosen.choice } : snapshot;
}
