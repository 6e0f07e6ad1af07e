import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { DomainError } from '@app/kernel';

const CIPHER = 'aes-256-gcm';

/**
 * Seals the secret of an order's status page, so that emails can carry it although a stolen table shows none.
 * AES-256-GCM; the key comes from APP_SECRET by HKDF-SHA256, so other uses of APP_SECRET have other keys. The order's id is bound in:
 * a sealed token moved to another row does not open.
 */
export class TokenSeal {
  private readonly key: Buffer;

  constructor(appSecret: string) {
    this.key = Buffer.from(hkdfSync('sha256', appSecret, '', 'order-access-token', 32));
  }

  /** `v1.<iv>.<tag>.<ciphertext>`, base64url. */
  seal(token: string, orderId: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv(CIPHER, this.key, iv).setAAD(Buffer.from(orderId));
    const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
    return ['v1', ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
  }

  /** @throws DomainError `token_seal_broken` when APP_SECRET has changed or the row was tampered with. */
  open(sealed: string, orderId: string): string {
    const [version, ...parts] = sealed.split('.');
    const [iv, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (version !== 'v1' || !iv || !tag || !body)
      throw new DomainError('token_seal_broken', 'The sealed token has an unknown form.');
    try {
      const decipher = createDecipheriv(CIPHER, this.key, iv, { authTagLength: 16 }).setAAD(
        Buffer.from(orderId),
      );
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      throw new DomainError('token_seal_broken', 'The sealed token cannot be opened with this APP_SECRET.');
    }
  }
}
