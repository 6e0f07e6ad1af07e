import type { Answers, PersonalResult } from '@app/assessment';
import type { BlueprintSnapshot } from '@app/blueprint';
import type { PdfReading } from '@app/pdf-reading';

/** What the catalogue and the labour market of today hold for one occupation, looked up by its slug alone. */
export interface MarketFacts {
  /** Pounds a year at the person's hours, and the group they are of; null where nothing is published. */
  readonly pay: {
    readonly p25: number | null;
    readonly median: number;
    readonly p75: number | null;
    readonly group: string;
  } | null;
  /** Bodies whose registration or licence the law asks for where the person lives; everywhere when they did not say. */
  readonly licences: readonly string[];
  /** Employers that may be named for it near the person. */
  readonly employers: readonly string[];
}

/** What the data of today say, beside the draft. */
export interface DataFacts {
  readonly catalogueVersion: string;
  /** By slug: the person's occupation and the paths of the draft. */
  readonly market: ReadonlyMap<string, MarketFacts>;
  /** Share of UK employment in occupations that score lower, 0–100, added up anew. */
  readonly percentileOf: (score: number) => number;
  /** Releases of the sources now, by id. */
  readonly releases: ReadonlyMap<string, string>;
}

/** A draft that was made lately, for telling copies. */
export interface RecentDraft {
  readonly reference: string;
  /** What each page is about: the occupation and its path or advice. Pages about the same may say the same. */
  readonly about: Readonly<Record<number, string>>;
  /** Its own sentences by page. */
  readonly pages: Readonly<Record<number, string>>;
}

/** Everything the checks look at, already fetched, so that each check is a function of it. */
export interface CheckFacts {
  /** Fingerprint stored when the file was rendered. */
  readonly storedSha256: string | null;
  /** Fingerprint of the bytes as they are now. */
  readonly sha256: string;
  readonly bytes: number;
  /** What the bytes say, or why they could not be read. */
  readonly reading: PdfReading | { readonly unreadable: string };
  readonly snapshot: BlueprintSnapshot;
  /** The same draft set anew: `same` when the bytes are equal, else the words of its pages; null when the templates have changed since. */
  readonly remade: 'same' | readonly string[] | null;
  /** What the database knows of the order and of this version. */
  readonly order: {
    readonly reference: string;
    readonly customerName: string;
    readonly checkCode: string;
    readonly version: number;
  };
  /** The name on the order as far as our fonts have its letters. */
  readonly printedName: { readonly text: string; readonly complete: boolean };
  /** The result worked out anew from the stored answers with today's catalogue and model, or why it could not be. */
  readonly recomputed: PersonalResult | { readonly impossible: string };
  /** Null when they are gone. */
  readonly answers: Answers | null;
  readonly data: DataFacts;
  readonly recent: readonly RecentDraft[];
  /** The last version of this order that was returned, and whether this one says anything else; null when none was. */
  readonly returned: {
    readonly version: number;
    readonly reason: string;
    readonly unchanged: boolean;
  } | null;
  /** Day of the check, ISO. */
  readonly today: string;
}

export const isReading = (reading: CheckFacts['reading']): reading is PdfReading =>
  !('unreadable' in reading);

/** The words of each page; none of a file that cannot be read, which a check of its own says. */
export const pagesOf = ({ reading }: Pick<CheckFacts, 'reading'>): readonly string[] =>
  isReading(reading) ? reading.pages : [];

/** Today's figures are of the data the draft was made with. */
export const sameData = ({ data, snapshot }: CheckFacts): boolean =>
  data.catalogueVersion === snapshot.versions.catalogue;

/** Case, white space and composition do not count: a name may be broken over lines. Joiners stand elsewhere in right-to-left words. */
export const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b-\u200f]+/g, '');
