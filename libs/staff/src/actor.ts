/** Which member of staff acts, and from where; both go into the audit log. */
export interface StaffActor {
  readonly staffId: string;
  readonly ipAddress: string;
}
