import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, network, plusDays } from '@app/kernel';
import type { SignInFailure } from './sign-in-failure.entity.js';
import { failuresOf, forgetFailures, keepFailure } from './sign-in-failure.store.js';
import { addressesSince } from './staff-session.store.js';

const MINUTE = 60_000;
/** After so many wrong tries in a row from one place, the account is closed to that place for so long. */
const TRIES = 5;
const CLOSED = 15 * MINUTE;
/** After so many from all places within an hour, it is closed to every place that it was not signed in from lately. */
const CROWD = 50;
const HOUR = 60 * MINUTE;
/** "Lately", in days. */
const LATELY = 90;

/** How guessing stands at one account, seen from one place. */
export interface LockState {
  /** A code that could be guessed opens nothing from here now. */
  readonly closed: boolean;
  readonly here: SignInFailure | undefined;
}

/**
 * Stops guessing without giving anybody the means to shut a colleague out: wrong tries close an account to the place they come from, a crowd of
 * them to unknown places. A passkey or a recovery code, which cannot be guessed, opens it from anywhere.
 */
@Injectable()
export class LockOut {
  constructor(
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param staffId of the account, or of nobody: the same is asked. */
  async state(manager: EntityManager, staffId: string, email: string, ipAddress: string): Promise<LockState> {
    const now = this.clock.now();
    const failures = await failuresOf(manager, this.key(email), new Date(now.getTime() - HOUR));
    const addresses = await addressesSince(manager, staffId, plusDays(now, -LATELY));
    const place = this.key(network(ipAddress));
    const here = failures.find(({ networkKey }) => networkKey.equals(place));
    const crowd = failures.reduce((sum, { failed }) => sum + failed, 0) >= CROWD;
    const known = addresses.some((address) => network(address) === network(ipAddress));
    const lockedHere = here?.lockedUntil ? here.lockedUntil > now : false;
    return { closed: lockedHere || (crowd && !known), here };
  }

  /** Counts a wrong try. A lock that has passed begins the count again; one that stands is not made longer. */
  async count(
    manager: EntityManager,
    email: string,
    ipAddress: string,
    here: SignInFailure | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const over = here?.lockedUntil ? here.lockedUntil <= now : false;
    const failed = (here && !over ? here.failed : 0) + 1;
    const lockState = here && !over ? here.lockedUntil : null;
    const lockedUntil = lockState ?? (failed >= TRIES ? new Date(now.getTime() + CLOSED) : null);
    const place = { accountKey: this.key(email), networkKey: this.key(network(ipAddress)) };
    await keepFailure(manager, { ...place, failed, lockedUntil, lastAt: now }, plusDays(now, -1));
  }

  /** The person at this place was right: its wrong tries were theirs. */
  async forget(manager: EntityManager, email: string, ipAddress: string): Promise<void> {
    await forgetFailures(manager, this.key(email), this.key(network(ipAddress)));
  }

  /** Opens an account to every place again. @returns how many had tried. */
  async unlock(manager: EntityManager, email: string): Promise<number> {
    return await forgetFailures(manager, this.key(email), null);
  }

  /** To how many places an account is closed now. */
  async closedPlaces(manager: EntityManager, email: string): Promise<number> {
    const now = this.clock.now();
    const failures = await failuresOf(manager, this.key(email), new Date(now.getTime() - HOUR));
    return failures.filter(({ lockedUntil }) => lockedUntil !== null && lockedUntil > now).length;
  }

  private key(text: string): Buffer {
    return createHmac('sha256', this.environment.APP_SECRET).update(`sign-in:${text}`).digest();
  }
}
