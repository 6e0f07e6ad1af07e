import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const PRESENT_AND_VERIFIED = 0x05;
const WITH_KEY = 0x40;

/** The few kinds of CBOR (RFC 8949) that a registration needs. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number): Buffer =>
    Buffer.from(
      n < 24 ? [(major << 5) | n] : n < 256 ? [(major << 5) | 24, n] : [(major << 5) | 25, n >> 8, n & 0xff],
    );
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flat() as Parameters<typeof cbor>[0][];
  return Buffer.concat([head(5, value.size), ...pairs.map(cbor)]);
}

/** A device that makes one passkey and signs with it (WebAuthn, ES256), for tests. */
export class PasskeyDevice {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly credentialId = randomBytes(16);
  private counter = 0;

  /** @param origin the address at which the person believes to be. */
  constructor(
    private readonly origin = 'http://localhost:3100',
    private readonly host = 'localhost',
  ) {}

  /** Answers the options of a page that adds a passkey. */
  make({ challenge }: { challenge: string }): string {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const length = Buffer.from([0, this.credentialId.length]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.credentialId, cbor(key)]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', Buffer.concat([this.state(PRESENT_AND_VERIFIED | WITH_KEY), credential])],
    ]);
    return this.answer(challenge, 'webauthn.create', {
      attestationObject: cbor(attestation).toString('base64url'),
    });
  }

  /** Answers the options of a page that signs in. */
  sign({ challenge }: { challenge: string }): string {
    this.counter += 1;
    const state = this.state(PRESENT_AND_VERIFIED);
    const signed = Buffer.concat([state, sha256(this.said(challenge, 'webauthn.get'))]);
    return this.answer(challenge, 'webauthn.get', {
      authenticatorData: state.toString('base64url'),
      signature: sign('sha256', signed, this.keys.privateKey).toString('base64url'),
    });
  }

  private state(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(this.host), Buffer.from([flags]), counter]);
  }

  private said(challenge: string, type: string): string {
    return JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false });
  }

  private answer(challenge: string, type: string, response: object): string {
    const id = this.credentialId.toString('base64url');
    const clientDataJSON = Buffer.from(this.said(challenge, type)).toString('base64url');
    const whole = { ...response, clientDataJSON };
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: whole });
  }
}
