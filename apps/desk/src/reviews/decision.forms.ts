import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

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

  /** Pages ticked as read. One tick comes as a text, several as a list. */
  @Transform(({ value }: { value: unknown }) => [value ?? []].flat().map(Number))
  @IsInt({ each: true, message: 'There is no such page.' })
  @Min(1, { each: true, message: 'There is no such page.' })
  @Max(99, { each: true, message: 'There is no such page.' })
  @ArrayMaxSize(99, { message: 'There are not so many pages.' })
  pages: number[] = [];
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
