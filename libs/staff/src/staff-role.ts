/** What a member of staff may be. One person may be several. */
export const STAFF_ROLES = ['reviewer', 'approver', 'manager', 'support', 'auditor', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a role allows. Every page and button of the desk asks for one of these, never for a role. */
export type Permission =
  | 'reviews.read'
  | 'reviews.decide'
  | 'reviews.release_any'
  | 'orders.read'
  | 'orders.act'
  | 'tasks.read'
  | 'tasks.close'
  | 'deliveries.read'
  | 'deliveries.settle'
  | 'jobs.read'
  | 'jobs.retry'
  | 'audit.read';

const READING: readonly Permission[] = [
  'reviews.read',
  'orders.read',
  'tasks.read',
  'deliveries.read',
  'jobs.read',
];

const ALLOWED: Readonly<Record<StaffRole, readonly Permission[]>> = {
  reviewer: ['reviews.read', 'reviews.decide', 'orders.read'],
  approver: ['reviews.read', 'reviews.decide', 'orders.read'],
  manager: [
    ...READING,
    'reviews.decide',
    'reviews.release_any',
    'orders.act',
    'tasks.close',
    'deliveries.settle',
    'jobs.retry',
    'audit.read',
  ],
  support: [...READING, 'orders.act', 'tasks.close', 'deliveries.settle'],
  auditor: [...READING, 'audit.read'],
  admin: [...READING, 'reviews.release_any', 'tasks.close', 'jobs.retry', 'audit.read'],
};

export const permissionsOf = (roles: readonly StaffRole[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((role) => ALLOWED[role] ?? []));

export const isStaffRole = (text: string): text is StaffRole =>
  (STAFF_ROLES as readonly string[]).includes(text);
