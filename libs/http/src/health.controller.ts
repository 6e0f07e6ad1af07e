import { Controller, Get, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/kernel';

/** For orchestrators: alive (the process answers) and ready (it can do work). */
@Controller('health')
export class HealthController {
  constructor(@Optional() private readonly database?: DataSource) {}

  @Get('live')
  live(): object {
    return { status: 'ok' };
  }

  /** @throws DomainError `unavailable` while the database does not answer. */
  @Get('ready')
  async ready(): Promise<object> {
    if (!this.database) return { status: 'ok' };
    try {
      await this.database.query('select 1');
    } catch {
      throw new DomainError('unavailable', 'The database does not answer.');
    }
    return { status: 'ok', database: 'ok' };
  }
}
