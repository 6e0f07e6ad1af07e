import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';

import { FAULT_WORDS, type FaultKind } from '../wire/fault-plan.js';
import { REFUSAL_NAMES } from '../wire/refusals.js';

const LOCAL_URL = { require_tld: false, require_protocol: true };
const MINUTES_10 = 600_000;
const STATUSES = Array.from({ length: 200 }, (_, index) => 400 + index);

/** `POST /_sandbox/webhooks`: what is not named stays as it is. */
export class WebhooksBody {
  @IsOptional()
  @IsUrl(LOCAL_URL)
  url?: string | null;

  /** How often each event is sent; `true` is twice. */
  @ValidateIf((body: WebhooksBody) => body.duplicate !== undefined && typeof body.duplicate !== 'boolean')
  @IsInt()
  @Min(1)
  @Max(20)
  duplicate?: number | boolean;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MINUTES_10)
  delayMs?: number;

  @IsOptional()
  @IsBoolean()
  reorder?: boolean;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MINUTES_10)
  reorderWindowMs?: number;

  @IsOptional()
  @IsBoolean()
  drop?: boolean;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000)
  dropNext?: number;

  @IsOptional()
  @IsIn(['valid', 'wrong', 'stale', 'missing'])
  signature?: 'valid' | 'wrong' | 'stale' | 'missing';

  @IsOptional()
  @IsBoolean()
  livemode?: boolean;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(20)
  attempts?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MINUTES_10)
  retryMs?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MINUTES_10)
  timeoutMs?: number;
}

export class ResendBody {
  @IsInt()
  @Min(1)
  @Max(100)
  times = 1;
}

export class FailNextBody {
  @Matches(/^\/v\d\//, { message: 'path must be the beginning of an API path, like /v1/checkout/sessions' })
  path: string;

  @IsIn([...STATUSES, ...FAULT_WORDS, ...REFUSAL_NAMES], {
    message: `status must be 400 to 599, ${FAULT_WORDS.join(', ')} or a refusal (${REFUSAL_NAMES.join(', ')})`,
  })
  status: FaultKind;

  @IsInt()
  @Min(1)
  @Max(1_000)
  times = 1;

  @IsOptional()
  @IsIn(['GET', 'POST', 'DELETE'])
  method?: 'GET' | 'POST' | 'DELETE';

  /** Whether the SDK shall not try again by itself (`Stripe-Should-Retry: false`), so that its caller sees the very first failure. */
  @IsOptional()
  @IsBoolean()
  final?: boolean;

  /** Milliseconds of silence before the line is cut (a minute unless told), or before a slow call begins (a second). */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MINUTES_10)
  holdMs?: number;
}

export class DisputeBody {
  @IsString()
  payment_intent: string;

  @IsIn([
    'fraudulent',
    'general',
    'duplicate',
    'product_not_received',
    'product_unacceptable',
    'credit_not_processed',
    'unrecognized',
  ])
  reason = 'fraudulent';
}

export class CloseDisputeBody {
  @IsIn(['won', 'lost'])
  status: 'won' | 'lost';
}

export class FraudWarningBody {
  @IsString()
  charge: string;

  @IsString()
  fraud_type = 'made_with_stolen_card';
}

export class FailRefundBody {
  @IsString()
  reason = 'lost_or_stolen_card';
}

/** `POST /_sandbox/sessions/:id/alter`: what Stripe would not say of its own accord, so that it can be seen to be refused. */
export class AlterSessionBody {
  @IsOptional()
  @IsInt()
  @Min(0)
  amount_total?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  amount_subtotal?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  amount_discount?: number;

  @IsOptional()
  @IsString()
  currency?: string;

  @IsOptional()
  @IsBoolean()
  livemode?: boolean;

  @IsOptional()
  @IsIn(['open', 'expired'])
  status?: 'open' | 'expired';

  /** The order that it says it is for. */
  @IsOptional()
  @IsString()
  order_id?: string;
}

/** What a bank makes of a refund that is under way; `POST /_sandbox/refunds/:id/fail` sends it back. */
export class RefundStatusBody {
  @IsIn(['pending', 'requires_action', 'succeeded', 'canceled'])
  status: 'pending' | 'requires_action' | 'succeeded' | 'canceled';
}

export class AdvanceBody {
  @IsInt()
  @Min(0)
  @Max(400 * 24 * 3_600_000)
  ms: number;
}
