import { Controller, Get, HttpException, Optional, Res } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { databaseFaults } from '@app/database';
import { Drain } from './drain.js';
import { HttpSettings } from './http-options.js';

/** How long the database may take to answer; milliseconds. */
const PATIENCE = 2_000;

/** For orchestrators: alive (the process answers: restart it if not) and ready (it can do work: send it none if not). */
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly settings: HttpSettings,
    private readonly drain: Drain,
    @Optional() private readonly database?: DataSource,
  ) {}

  @Get('live')
  live(): object {
    return { status: 'ok' };
  }

  /** 503, and which part is down, while the database does not answer or lacks a migration, in production while the app connects as its owner, while the app itself knows of a fault, and once the process is told to stop. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const { database } = this;
    reply.header('cache-control', 'no-store');
    if (this.drain.isStopping) {
      reply.status(503);
      return { status: 'stopping' };
    }
    try {
      return await this.health.check(
        database
          ? [
              () =>
                this.indicators
                  .check('database')
                  .attempt(() => usable(database, this.settings))
                  .withTimeout(PATIENCE),
            ]
          : [],
      );
    } catch (error) {
      if (!(error instanceof HttpException)) throw error;
      reply.status(error.getStatus());
      return error.getResponse() as object;
    }
  }
}

/** @throws Error in words that may be shown to anybody: no host, no user. */
async function usable(database: DataSource, { app, environment }: HttpSettings): Promise<void> {
  const faults = await databaseFaults(database, environment.NODE_ENV === 'production', app.fault);
  if (faults.length > 0) throw new Error(faults.join(' '));
}
