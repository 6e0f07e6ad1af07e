import type { Environment } from '@app/config';

/** Where a bucket is and what opens it. */
export interface BucketPlace {
  /** `https://endpoint/bucket`, without a slash behind it: keys are added as a path. */
  readonly address: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

/** The place that the settings name; null without them. They are checked by then: all three or none. */
export function bucketPlace({
  FILES_URL,
  FILES_KEY_ID,
  FILES_SECRET,
}: Pick<Environment, 'FILES_URL' | 'FILES_KEY_ID' | 'FILES_SECRET'>): BucketPlace | null {
  if (FILES_URL === undefined || FILES_KEY_ID === undefined || FILES_SECRET === undefined) return null;
  const { origin, pathname, searchParams } = new URL(FILES_URL);
  const region = searchParams.get('region') ?? 'us-east-1';
  return { address: `${origin}${pathname}`, region, keyId: FILES_KEY_ID, secret: FILES_SECRET };
}
