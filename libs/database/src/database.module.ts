import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { Environment } from '@app/config';
import { migrations } from './migrations/index.js';

/** How long a statement waits for what another transaction holds; milliseconds. */
const LOCK_TIMEOUT = 10_000;

/** Options shared by the apps, the command line and the tests. The schema only ever changes through migrations. */
export const databaseOptions = (url: string, poolSize = 10) =>
  ({
    type: 'postgres',
    url,
    migrations,
    migrationsTransactionMode: 'all',
    synchronize: false,
    poolSize,
    extra: {
      // A pool that is used up answers 503 after this time instead of hanging.
      connectionTimeoutMillis: 5_000,
      idle_in_transaction_session_timeout: 30_000,
      statement_timeout: 30_000,
      // Whoever waits for a row is told to come back, long before a browser or a proxy gives up.
      lock_timeout: LOCK_TIMEOUT,
    },
  }) as const;

@Module({})
export class DatabaseModule {
  /** Connects by `DATABASE_URL`; each lib's module adds its entities with `TypeOrmModule.forFeature`. */
  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Environment],
          useFactory: (environment: Environment): TypeOrmModuleOptions => ({
            ...databaseOptions(environment.DATABASE_URL, environment.DATABASE_POOL),
            autoLoadEntities: true,
            retryAttempts: 10,
            retryDelay: 1_000,
          }),
        }),
      ],
    };
  }
}
