import { Controller, Get, Query } from '@nestjs/common';
import { type View, view } from '@app/http';
import { Audit } from '@app/audit';
import { StaffService } from '@app/staff';
import { Needs } from '../access/needs.js';
import { auditRows } from './audit-rows.js';

@Controller('audit')
@Needs('audit.read')
export class AuditController {
  constructor(
    private readonly audit: Audit,
    private readonly staff: StaffService,
  ) {}

  /** The latest entries; with `verify` the whole chain is recomputed first. */
  @Get()
  async latest(@Query('verify') verify: unknown): Promise<View> {
    return view('desk/audit', {
      rows: auditRows(await this.audit.latest(200), await this.staff.names()),
      check: verify === undefined ? null : await this.audit.verifyAuditChain(),
    });
  }
}
