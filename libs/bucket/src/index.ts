export { Bucket, isBucketAway } from './bucket.js';
export { type BucketPlace, bucketPlace } from './bucket-place.js';
export { BucketModule } from './bucket.module.js';
