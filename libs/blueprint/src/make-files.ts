import { sha256 } from '@app/kernel';
import type { Blueprint } from './blueprint.entity.js';
import type { BlueprintAssets } from './blueprint-assets.js';
import { calendarFile } from './plan/calendar-file.js';
import { renderPlaced } from './render-blueprint.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';
import { twinOf } from './twins/twin-pages.js';

/** What is stored of a version once its files are made: the PDF, the calendar, and what the copies made on demand must be. */
export type MadeFiles = Pick<
  Blueprint,
  'pdf' | 'pdfSha256' | 'pdfPages' | 'calendarFile' | 'accessibleSha256' | 'largePrintSha256'
>;

/** Makes the files of a snapshot. @throws Error when a page does not fit. */
// eslint-disable-next-line @typescript-eslint/require-await -- errors must come as rejections to those who wait
export async function makeFiles(snapshot: BlueprintSnapshot, assets: BlueprintAssets): Promise<MadeFiles> {
  const { pdf, pages, sha256: pdfSha256, composer, placed } = renderPlaced(snapshot, assets);
  const copy = assets.twin.copies(snapshot, twinOf(composer, placed));
  return {
    pdf,
    pdfSha256,
    pdfPages: pages,
    calendarFile: calendarFile(snapshot),
    accessibleSha256: sha256(copy('standard')),
    largePrintSha256: sha256(copy('large')),
  };
}
