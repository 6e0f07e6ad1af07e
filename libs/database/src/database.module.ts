import type { EventEmitter } from 'node:events';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { Environment } from '@app/config';
import { migrations } from './migrations/index.js';

/** How long a statement waits for what another transaction holds; milliseconds. */
const LOCK_TIMEOUT = 10_000;

/**
 * How long a page waits for a database that says nothing at all, because it is frozen or the network swallows what is sent; milliseconds. PostgreSQL's
 * own time-outs need a PostgreSQL that lives. A page asks twice at most: for its question, and to undo its transaction.
 */
export const SILENCE = LOCK_TIMEOUT + 2_000;

/** Options shared by the apps, the command line and the tests. The schema only ever changes through migrations. */
export const databaseOptions = (url: string, poolSize = 10, silence?: number) =>
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
      ...(silence !== undefined && { query_timeout: silence, keepAlive: true }),
      // A connection may break in the moment between the pool that made it and whoever asked for it, when neither listens: that must not end the process.
      onConnect: (client: EventEmitter) => client.on('error', () => undefined),
    },
  }) as const;

@Module({})
export class DatabaseModule {
  /**
   * Connects by `DATABASE_URL`; each lib's module adds its entities with `TypeOrmModule.forFeature`.
   * @param silence as {@link SILENCE}, for apps that answer people; without it a statement may take as long as PostgreSQL lets it.
   */
  static forRoot({ silence }: { readonly silence?: number } = {}): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Environment],
          useFactory: (environment: Environment): TypeOrmModuleOptions => ({
            ...databaseOptions(environment.DATABASE_URL, environment.DATABASE_POOL, silence),
            autoLoadEntities: true,
            retryAttempts: 10,
            retryDelay: 1_000,
          }),
        }),
      ],
    };
  }
}
