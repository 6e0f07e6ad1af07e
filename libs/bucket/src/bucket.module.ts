import { Module } from '@nestjs/common';
import { Environment } from '@app/config';
import { Bucket } from './bucket.js';
import { bucketPlace } from './bucket-place.js';

@Module({
  providers: [
    {
      provide: Bucket,
      inject: [Environment],
      useFactory: (environment: Environment) => new Bucket(bucketPlace(environment)),
    },
  ],
  exports: [Bucket],
})
export class BucketModule {}
