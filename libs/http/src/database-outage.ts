/** PostgreSQL's and Node's codes for "the server cannot be reached or is not taking more work now". */
const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '08000',
  '08001',
  '08003',
  '08006',
  '25P03',
  // Not for long: another transaction was first, or held what this one waited for.
  '40001',
  '40P01',
  '55P03',
  '57014',
  // It takes nothing just now: no disk, no memory, no connection, a standby that is to take over.
  '25006',
  '53000',
  '53100',
  '53200',
  '53300',
  '58030',
  '57P01',
  '57P02',
  '57P03',
]);
const WORDS =
  /timeout exceeded when trying to connect|query read timeout|connection terminated|client has encountered a connection error|not queryable/i;

/** Whether an error means that the database is away for the moment, so that the request may be tried again. */
export function isDatabaseOutage(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 4; depth += 1) {
    const { code, driverError } = current as Error & { code?: unknown; driverError?: unknown };
    if (typeof code === 'string' && CODES.has(code)) return true;
    if (WORDS.test(current.message)) return true;
    if (current instanceof AggregateError && current.errors.some(isDatabaseOutage)) return true;
    current = driverError ?? current.cause;
  }
  return false;
}
