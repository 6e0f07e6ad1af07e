import type { PersonalResult } from '@app/assessment';
import type { BlueprintSnapshot } from '@app/blueprint';
import type { PdfReading } from '@app/pdf-reading';

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
  /** The name on the order. */
  readonly customerName: string;
  /** The result worked out anew from the stored answers with today's catalogue and model, or why it could not be. */
  readonly recomputed: PersonalResult | { readonly impossible: string };
  readonly catalogueVersion: string;
  /** Day of the check, ISO. */
  readonly today: string;
}

export const isReading = (reading: CheckFacts['reading']): reading is PdfReading =>
  !('unreadable' in reading);

/** Case, white space and composition do not count: a name may be broken over lines. */
export const squash = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u00ad\u200b\u200e\u200f]+/g, '');
