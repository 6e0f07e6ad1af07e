/**
 * The wait that a `Retry-After` header asks for, in milliseconds from now (RFC 9110, 10.2.3: seconds or an HTTP date).
 *
 * @returns null when there is no header or it cannot be read; 0 when the moment is past
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const value = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  if (!/^[A-Z][a-z]{2}, /.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
