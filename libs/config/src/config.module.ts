import { Global, Module } from '@nestjs/common';
import { CLOCK, systemClock } from '@app/kernel';
import { Environment } from './environment.js';
import { loadEnvironment } from './load-environment.js';

/** The checked {@link Environment} and the {@link CLOCK}, for every module. */
@Global()
@Module({
  providers: [
    { provide: Environment, useFactory: () => loadEnvironment() },
    { provide: CLOCK, useValue: systemClock },
  ],
  exports: [Environment, CLOCK],
})
export class ConfigModule {}
