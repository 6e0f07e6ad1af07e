import { Type } from 'class-transformer';
import { IsHash, IsIn, IsInt, Max, Min } from 'class-validator';

export class TickForm {
  /** Fingerprint of the file whose page was read. */
  @IsHash('sha256', { message: 'This is no fingerprint of a file.' })
  sha256 = '';

  @IsIn(['yes', 'no'], { message: 'Say whether you have read it.' })
  seen: 'yes' | 'no' = 'yes';

  /** How many pages the file has. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99)
  pages = 15;
}
