import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import { PageCopy, templateVersion } from './copy/page-copy.js';
import { FontSet } from '@app/typeset';
import { EntryRoutes } from './plan/entry-routes.js';
import { LearningLibrary } from './plan/learning-library.js';
import { ShortTitles } from './plan/short-titles.js';
import { ProofLibrary } from './plan/proof-library.js';
import { PlanContent } from './plan/plan-content.js';
import type { BlueprintContent } from './drafting/blueprint-content.js';
import { HELP_NUMBER } from './facts/said-fact.js';
import { HtmlTwin } from './twins/html-twin.js';

/** The files under `pages/`, one a page; 9 to 11 share one, and one stands in for a path that the data do not allow. */
const PAGE_FILES = [
  '01-cover',
  '02-answer',
  '03-week',
  '04-why',
  '05-already',
  '06-window',
  '07-bring',
  '08-options',
  '09-path',
  '09-no-path',
  '09-stay-change',
  '09-stay-lasts',
  '09-steps',
  '12-learning',
  '13-pay',
  '14-ninety-days',
  '15-method',
] as const;

/** Fonts, copy and editors' content of the blueprint, read and checked once. */
export interface BlueprintAssets extends BlueprintContent {
  readonly fonts: FontSet;
  readonly copy: PageCopy;
  readonly twin: HtmlTwin;
  /** Changes with any template or content file; stored in each snapshot. */
  readonly version: string;
}

const helpNumbersIn = (pages: string): string[] => [
  ...new Set(
    PAGE_FILES.flatMap(
      (name) => readFileSync(join(pages, `${name}.liquid`), 'utf8').match(HELP_NUMBER) ?? [],
    ),
  ),
];

let own: BlueprintAssets | undefined;
/** The product's own, read once in a process. @throws AssetError naming the file that is missing or wrong. */
export const ownBlueprintAssets = (): BlueprintAssets =>
  (own ??= loadBlueprintAssets(projectPath('templates', 'blueprint')));

/** Reads everything under `templates/blueprint`. @throws AssetError naming the file that is missing or wrong. */
export function loadBlueprintAssets(folder: string): BlueprintAssets {
  return {
    fonts: FontSet.load(join(folder, 'fonts')),
    copy: PageCopy.load(join(folder, 'pages'), PAGE_FILES),
    twin: HtmlTwin.load(join(folder, 'twin')),
    learning: LearningLibrary.load(join(folder, 'learning')),
    routes: EntryRoutes.load(join(folder, 'entry-routes.yaml')),
    titles: ShortTitles.load(join(folder, 'short-titles.yaml')),
    plan: PlanContent.load(join(folder, 'plan.yaml')),
    proofs: ProofLibrary.load(join(folder, 'proofs.yaml')),
    helpNumbers: helpNumbersIn(join(folder, 'pages')),
    version: templateVersion(folder),
  };
}
