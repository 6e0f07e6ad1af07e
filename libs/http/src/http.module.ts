import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { DataSource } from 'typeorm';
import { AppLog } from '@app/log';
import { AssetStore } from './asset-store.js';
import { Drain } from './drain.js';
import { HealthController } from './health.controller.js';
import { HttpSettings } from './http-options.js';
import { PageRenderer } from './page-renderer.js';
import { ProblemFilter } from './problem.filter.js';
import { RateLimitGuard } from './rate-limit.js';
import { RateLimits } from './rate-limits.js';
import { ViewInterceptor } from './view.js';

/** Added to every app by `createHttpApp`; its providers can be injected anywhere without importing it. */
@Module({})
export class HttpModule {
  static forApp(settings: HttpSettings): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [TerminusModule.forRoot({ logger: AppLog })],
      controllers: [HealthController],
      providers: [
        { provide: HttpSettings, useValue: settings },
        { provide: AssetStore, useFactory: () => new AssetStore(settings.app.name) },
        {
          provide: RateLimits,
          inject: [{ token: DataSource, optional: true }],
          useFactory: (database?: DataSource) => new RateLimits(settings.environment.APP_SECRET, database),
        },
        Drain,
        PageRenderer,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_INTERCEPTOR, useClass: ViewInterceptor },
      ],
      exports: [HttpSettings, AssetStore, PageRenderer],
    };
  }
}
