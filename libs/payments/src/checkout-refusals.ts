import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { DomainError } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { refusalWords } from './refund-refusals.js';

const TASK = { kind: 'checkout_refused', subject: 'pay-page' } as const;

/** Stripe opens no pay page for anybody: staff must know at once, and that it is over when it is. */
@Injectable()
export class CheckoutRefusals {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: StaffTasks,
  ) {}

  async tell({ details }: DomainError): Promise<void> {
    const [code, why] = [String(details['code']), String(details['why'])];
    await this.tasks.raise(this.source.manager, {
      ...TASK,
      summary: `Stripe will not open the pay page, so nobody can pay. ${refusalWords(code, why)}`,
      data: { code, why },
    });
  }

  /** A pay page was opened. */
  async over(): Promise<void> {
    await this.tasks.closeFor(this.source.manager, TASK, null, 'a pay page was opened again');
  }
}
