import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type * as WebAuthn from '@simplewebauthn/server';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import type { Passkey } from './passkey.entity.js';
import { findPasskey, insertPasskey, keepChallenge, passkeysOf, takeChallenge } from './passkey.store.js';

/** How long a person may take at the device, in milliseconds. */
const PATIENCE = 5 * 60_000;
/** The reader of WebAuthn brings much along and is needed at the desk alone, seldom; so it is read when it is. */
const webauthn = (): Promise<typeof WebAuthn> => import('@simplewebauthn/server');

/** A passkey that has just signed, and how often it has. */
export interface PasskeyUse {
  readonly id: string;
  readonly counter: number;
}

/** WebAuthn: a second factor that cannot be guessed, passed on, or given to a false site. */
@Injectable()
export class Passkeys {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What a browser needs to sign in. The same for everybody, so that it tells of no account. */
  async signInOptions(): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await webauthn();
    const options = await generateAuthenticationOptions({ rpID: this.host, userVerification: 'preferred' });
    await this.keep(options.challenge, null);
    return options;
  }

  /**
   * Checks what a device has signed. Its challenge is used up, whatever comes of it.
   * @param answer JSON as the page's script sent it.
   * @returns null unless a passkey of this account signed a challenge of ours for our own address, now and for the first time.
   */
  async check(manager: EntityManager, staffId: string, answer: string): Promise<PasskeyUse | null> {
    const response = parsed<AuthenticationResponseJSON>(answer);
    const challenge = challengeOf(response);
    if (!response || challenge === null) return null;
    const fresh = await takeChallenge(manager, challenge, null, this.clock.now());
    const passkey = await findPasskey(manager, staffId, response.id);
    if (!fresh || !passkey) return null;
    const { verifyAuthenticationResponse } = await webauthn();
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.host,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(passkey.publicKey),
          counter: Number(passkey.counter),
        },
        requireUserVerification: false,
      });
      return verified ? { id: passkey.id, counter: authenticationInfo.newCounter } : null;
    } catch {
      // The library throws for what does not fit; whoever tries learns no more than that it did not.
      return null;
    }
  }

  /** What a browser needs to make a passkey for this person. */
  async addOptions(staff: {
    readonly staffId: string;
    readonly email: string;
    readonly name: string;
  }): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await webauthn();
    const has = await passkeysOf(this.source.manager, staff.staffId);
    const options = await generateRegistrationOptions({
      rpName: `${this.environment.BRAND_NAME} desk`,
      rpID: this.host,
      userID: new TextEncoder().encode(staff.staffId),
      userName: staff.email,
      userDisplayName: staff.name,
      attestationType: 'none',
      excludeCredentials: has.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    });
    await this.keep(options.challenge, staff.staffId);
    return options;
  }

  /** @throws DomainError `passkey_refused` unless the answer is to a challenge that was given to this person. */
  async add(manager: EntityManager, staffId: string, name: string, answer: string): Promise<Passkey> {
    const response = parsed<RegistrationResponseJSON>(answer);
    const challenge = challengeOf(response);
    if (
      !response ||
      challenge === null ||
      !(await takeChallenge(manager, challenge, staffId, this.clock.now()))
    )
      throw refused();
    const { verifyRegistrationResponse } = await webauthn();
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.origin,
      expectedRPID: this.host,
      requireUserVerification: false,
    }).catch(() => {
      throw refused();
    });
    if (!registrationInfo) throw refused();
    const { credential } = registrationInfo;
    const passkey: Passkey = {
      id: newId(),
      staffId,
      credentialId: credential.id,
      name,
      publicKey: Buffer.from(credential.publicKey),
      counter: String(credential.counter),
      createdAt: this.clock.now(),
      lastUsedAt: null,
    };
    await insertPasskey(manager, passkey);
    return passkey;
  }

  private async keep(challenge: string, staffId: string | null): Promise<void> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + PATIENCE);
    await keepChallenge(this.source.manager, { challenge, staffId, expiresAt }, now);
  }

  /** A passkey belongs to the desk's own host and works nowhere else. */
  private get host(): string {
    return new URL(this.environment.DESK_URL).hostname;
  }

  private get origin(): string {
    return new URL(this.environment.DESK_URL).origin;
  }
}

const refused = (): DomainError =>
  new DomainError(
    'passkey_refused',
    'The passkey could not be added: it took too long, or the device answered something else. Try again.',
  );

interface Signed {
  readonly id: string;
  readonly response: { readonly clientDataJSON: string };
}

function parsed<Response extends Signed>(answer: string): Response | null {
  try {
    const value = JSON.parse(answer) as Partial<Response> | null;
    return typeof value?.id === 'string' && typeof value.response?.clientDataJSON === 'string'
      ? (value as Response)
      : null;
  } catch {
    return null;
  }
}

/** The challenge that a device says it has signed; the library checks that it really did. */
function challengeOf(response: Signed | null): string | null {
  if (!response) return null;
  try {
    const text = Buffer.from(response.response.clientDataJSON, 'base64url').toString('utf8');
    const { challenge } = JSON.parse(text) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
