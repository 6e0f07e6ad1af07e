/** Who acts, and from where; both go into the audit log. */
export interface Actor {
  readonly staffId: string;
  readonly ipAddress: string;
}
