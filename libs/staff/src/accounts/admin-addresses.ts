import { Injectable } from '@nestjs/common';
import { type AnchorAddresses, AnchorReaders } from '@app/audit';
import { StaffService } from './staff.service.js';

/** Tells the audit log who its admins are. */
@Injectable()
export class AdminAddresses implements AnchorAddresses {
  constructor(
    private readonly staff: StaffService,
    readers: AnchorReaders,
  ) {
    readers.bind(this);
  }

  anchorAddresses(): Promise<string[]> {
    return this.staff.emailsOf('admin');
  }
}
