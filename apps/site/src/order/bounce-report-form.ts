import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { ProviderReport } from '@app/delivery';

/** The JSON of `docs/bounces.md`. */
export class BounceReportForm implements ProviderReport {
  /** With or without angle brackets. */
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/^<|>$/g, '') : value,
  )
  @MaxLength(500, { message: 'messageId has at most 500 characters.' })
  @Matches(/^[^\s<>]+@[^\s<>]+$/, { message: 'messageId is the Message-ID of the email.' })
  messageId: string;

  @MaxLength(254, { message: 'recipient has at most 254 characters.' })
  @Matches(/^\S+@\S+$/, { message: 'recipient is the address it was sent to.' })
  recipient: string;

  @IsIn(['hard', 'soft'], { message: 'kind is “hard” or “soft”.' })
  kind: 'hard' | 'soft';

  @IsOptional()
  @IsString({ message: 'diagnostic is text.' })
  @MaxLength(2_000, { message: 'diagnostic has at most 2,000 characters.' })
  diagnostic?: string;
}
