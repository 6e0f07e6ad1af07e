import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { WebhookSender } from '../webhooks/webhook-sender.js';
import { WebhookSwitches } from '../webhooks/webhook-switches.js';
import { type Fault, FaultPlan } from '../wire/fault-plan.js';
import { AdvanceBody, FailNextBody } from './control-bodies.js';
import { readBody } from './read-body.js';

/** Failures of the API, the time, and starting afresh. */
@Controller('_sandbox')
export class SandboxControl {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly faults: FaultPlan,
    private readonly switches: WebhookSwitches,
    private readonly sender: WebhookSender,
  ) {}

  @Post('fail-next')
  @HttpCode(200)
  failNext(@Body() body: unknown): Fault & { readonly times: number } {
    const { path, status, times, method, holdMs, final } = readBody(FailNextBody, body);
    // Longer than a client waits: the SDK tries a connection that was cut at once again by itself, and nobody would see the fault.
    const fault: Fault = {
      path,
      kind: status,
      holdMs: holdMs ?? (status === 'slow' ? 1_000 : 60_000),
      ...(method && { method }),
      ...(final !== undefined && { final }),
    };
    this.faults.add(fault, times);
    return { ...fault, times };
  }

  /** Answers once a call is held. */
  @Post('held')
  @HttpCode(200)
  async held(): Promise<{ held: true }> {
    await this.faults.holding();
    return { held: true };
  }

  /** Lets the calls that are held go on. */
  @Post('release')
  @HttpCode(200)
  release(): { released: true } {
    this.faults.release();
    return { released: true };
  }

  /** Moves the sandbox's time forward: sessions expire and payments by bank settle. */
  @Post('clock/advance')
  @HttpCode(200)
  advance(@Body() body: unknown): { now: number } {
    this.clock.advance(readBody(AdvanceBody, body).ms);
    return { now: this.clock.seconds() };
  }

  /** Forgets everything but where webhooks go. */
  @Post('reset')
  @HttpCode(200)
  reset(): { reset: true } {
    this.clock.forgetAll();
    this.faults.clear();
    this.switches.reset();
    this.sender.forgetHeld();
    this.store.reset();
    return { reset: true };
  }
}
