import { IsString, MaxLength } from 'class-validator';

const SHORTER = { message: 'Keep the reason to 2,000 characters.' };

/** Whether a reason is needed depends on the review, so an empty one passes here. */
export class ApproveForm {
  /** Fingerprint of the file that the reviewer has read. */
  @IsString()
  @MaxLength(64, { message: 'This is no fingerprint of a file.' })
  sha256 = '';

  @IsString()
  @MaxLength(2_000, SHORTER)
  reason = '';
}

export class ReturnForm {
  @IsString()
  @MaxLength(2_000, SHORTER)
  return_reason = '';
}

export class HoldForm {
  @IsString()
  @MaxLength(2_000, SHORTER)
  hold_reason = '';
}
