export { type BlueprintAction, type BlueprintState } from './blueprint-machine.js';
export { shareBlueprint } from './blueprint.store.js';
export { type BlueprintAssets, ownBlueprintAssets } from './blueprint-assets.js';
export { openReview } from './blueprint-job-definitions.js';
export { BlueprintJobs } from './blueprint.jobs.js';
export { blueprintEntities, BlueprintModule } from './blueprint.module.js';
export { BlueprintForgetting } from './blueprint-forgetting.js';
export { BlueprintEditing } from './editing/blueprint-editing.js';
export { BlueprintRedrawing, type Redrawn } from './editing/blueprint-redrawing.js';
export { rankedPlaces, samePlaces } from './drafting/chosen-options.js';
export { BlueprintRevisions, type NextVersion, type Revision } from './editing/blueprint-revisions.js';
export type { TextBlock, TextKind } from './model/edited-words.js';
export { BlueprintProofs } from './blueprint-proofs.js';
export { BlueprintService } from './blueprint.service.js';
export { type GatherRequest } from './gather-inputs.js';
export { type ExamplePerson, loadExamplePeople } from './preview/example-people.js';
export { previewToFolder, type PreviewRequest } from './preview/preview-folder.js';
export { type PreviewFigures, previewSnapshot } from './preview/preview-snapshot.js';
export { renderBlueprint, type RenderedBlueprint } from './render-blueprint.js';
export type { BlueprintInputs, PathFacts } from './snapshot/blueprint-inputs.js';
export type * from './snapshot/blueprint-snapshot.js';
export { printedEdit } from './snapshot/reviewers-part.js';
export type { BlueprintContent } from './drafting/blueprint-content.js';
export { summaryToSend } from './drafting/email-summary.js';
export {
  type FactChecks,
  type FactStanding,
  FactStandings,
  type StandingOf,
} from './facts/fact-standings.js';
export * from './facts/said-fact.js';
export { type ReviewVerdict, ReviewVerdicts } from './review-verdicts.js';
export { type CurveTask, SCENARIOS, shareByYear } from './model/window-curve.js';
export { BlueprintTwins } from './twins/blueprint-twins.js';
export type { TwinSize } from './twins/html-twin.js';
export type { Sentence } from './twins/sentence-parts.js';
