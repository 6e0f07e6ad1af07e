import { BLOCKER_KINDS, type BlockerKind } from '@app/orders';
import { IsIn, IsString, MaxLength } from 'class-validator';

const SHORTER = { message: 'Keep the reason to 2,000 characters.' };

export class EndBlockerForm {
  @IsIn(BLOCKER_KINDS, { message: 'Choose what is to end.' })
  kind: BlockerKind;

  @IsString()
  @MaxLength(2_000, SHORTER)
  reason = '';
}
