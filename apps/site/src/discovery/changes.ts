import type { EvidenceRecord } from './evidence-ledger.js';
import type { Release } from './releases.js';

/** A report whose editors changed it after the running release. */
export interface ChangedReport {
  readonly slug: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly changed: string;
  readonly headline: string;
}

/** What is known of what changed in the public figures and in what stands behind them. */
export interface Changed {
  readonly releases: readonly Release[];
  readonly reports: readonly ChangedReport[];
  readonly evidence: readonly EvidenceRecord[];
}

/** One thing that changed. */
export interface Change {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Stays the same for ever; unique with the day. */
  readonly name: string;
  readonly title: string;
  /** On this site. */
  readonly path: string;
  readonly text: string;
}

/** Newest first. Dated by releases, content and the day a study was read, so it is the same on every server. */
export function changesOf({ releases, reports, evidence }: Changed): readonly Change[] {
  return [
    ...releases.map(({ date, dataset, model, changes }): Change => ({
      day: date,
      name: `release-${dataset}-${model}`,
      title: `Catalogue ${dataset}, model ${model}`,
      path: '/data',
      text: changes.join(' '),
    })),
    ...reports.map(({ slug, title, changed, headline }): Change => ({
      day: changed,
      name: `report-${slug}`,
      title: `${title}: report revised`,
      path: `/occupations/${slug}`,
      text: `Our editors went through the tasks, tools and texts of this report. ${headline}.`,
    })),
    ...evidence.map(({ id, read, title, did }): Change => ({
      day: read,
      name: `evidence-${id}`,
      title: `Evidence: ${title}`,
      path: `/evidence#${id}`,
      text: did,
    })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
