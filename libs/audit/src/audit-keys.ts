import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Environment } from '@app/config';
import type { Sha256 } from '@app/kernel';

/**
 * The keys of the audit chain, by id. New entries use the present one; the others only verify what they signed, so that a key can be replaced
 * without touching an entry.
 */
@Injectable()
export class AuditKeys {
  private readonly keys: ReadonlyMap<string, string>;
  readonly present: string;

  constructor(environment: Environment) {
    const { AUDIT_KEY_ID, AUDIT_KEY, AUDIT_OLD_KEYS = '' } = environment;
    const old = AUDIT_OLD_KEYS.split(/\s+/)
      .filter(Boolean)
      .map((pair): [string, string] => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      });
    this.present = AUDIT_KEY_ID;
    this.keys = new Map([...old, [AUDIT_KEY_ID, AUDIT_KEY]]);
  }

  /** HMAC-SHA-256 in hexadecimal; null when there is no key with this id. */
  sign(keyId: string, purpose: 'entry' | 'anchor', text: string): Sha256 | null {
    const key = this.keys.get(keyId);
    if (key === undefined) return null;
    return createHmac('sha256', key).update(`${purpose}:${text}`).digest('hex') as Sha256;
  }
}
