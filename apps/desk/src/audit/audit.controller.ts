import { Controller, Get, Query } from '@nestjs/common';
import { type View, view } from '@app/http';
import { anchorsIn, Audit, AuditChain } from '@app/audit';
import { Environment } from '@app/config';
import { StaffService } from '@app/staff';
import { Needs } from '../access/needs.js';
import { auditRows } from './audit-rows.js';

@Controller('audit')
@Needs('audit.read')
export class AuditController {
  constructor(
    private readonly audit: Audit,
    private readonly chain: AuditChain,
    private readonly environment: Environment,
    private readonly staff: StaffService,
  ) {}

  /** The latest entries; with `verify` the whole chain is recomputed first and compared with the anchors, so far as this machine has them. */
  @Get()
  async latest(@Query('verify') verify: unknown): Promise<View> {
    return view('desk/audit', {
      rows: auditRows(await this.audit.latest(200), await this.staff.names()),
      check:
        verify === undefined
          ? null
          : await this.chain.verify(await anchorsIn(this.environment.AUDIT_ANCHOR_FILE)),
    });
  }
}
