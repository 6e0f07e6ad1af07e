/** What a member of staff may be. One person may be several. */
export const STAFF_ROLES = ['reviewer', 'approver', 'manager', 'support', 'auditor', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a role allows. Every page and button of the desk asks for one of these, never for a role. */
export const PERMISSIONS = [
  'reviews.read',
  'reviews.decide',
  'reviews.second',
  'reviews.release',
  'reviews.release_any',
  'reviews.give',
  'orders.read',
  'orders.act',
  'tasks.read',
  'tasks.close',
  'deliveries.read',
  'deliveries.settle',
  'jobs.read',
  'jobs.retry',
  'evidence.read',
  'evidence.check',
  'figures.read',
  'audit.read',
  'staff.read',
  'staff.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Everything but what opens a blueprint or an account. */
const READING: readonly Permission[] = ['orders.read', 'tasks.read', 'deliveries.read', 'jobs.read'];
const REVIEWING: readonly Permission[] = [
  'reviews.read',
  'reviews.decide',
  'reviews.release',
  'orders.read',
  'evidence.read',
  'evidence.check',
];

const ALLOWED: Readonly<Record<StaffRole, readonly Permission[]>> = {
  reviewer: REVIEWING,
  /** Also confirms what another person approved. */
  approver: [...REVIEWING, 'reviews.second'],
  manager: [
    ...READING,
    ...REVIEWING,
    'reviews.second',
    'reviews.release_any',
    'reviews.give',
    'orders.act',
    'tasks.close',
    'deliveries.settle',
    'jobs.retry',
    'figures.read',
    'audit.read',
    'staff.read',
  ],
  /** Helps customers with orders and emails, and sees no blueprint. */
  support: [...READING, 'orders.act', 'tasks.close', 'deliveries.settle'],
  /** Reads, and changes nothing. */
  auditor: [...READING, 'reviews.read', 'evidence.read', 'figures.read', 'audit.read', 'staff.read'],
  /** Looks after accounts and the machinery; decides on no blueprint. */
  admin: [
    ...READING,
    'reviews.read',
    'reviews.release',
    'reviews.release_any',
    'reviews.give',
    'tasks.close',
    'jobs.retry',
    'evidence.read',
    'figures.read',
    'audit.read',
    'staff.read',
    'staff.manage',
  ],
};

export const permissionsOf = (roles: readonly StaffRole[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((role) => ALLOWED[role] ?? []));

export const isStaffRole = (text: string): text is StaffRole =>
  (STAFF_ROLES as readonly string[]).includes(text);
