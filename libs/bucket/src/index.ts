export { Bucket, isBucketAway } from './bucket.js';
export { BucketModule } from './bucket.module.js';
