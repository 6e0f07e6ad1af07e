import { Transform } from 'class-transformer';
import { IsString } from 'class-validator';

/** More than a reference or a code can have, however it is typed; what is beyond makes no copy genuine. */
export const LONGEST = 40;

const cut = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.slice(0, LONGEST) : value;

export class VerifyForm {
  @Transform(cut)
  @IsString({ message: 'Enter the reference of the copy' })
  reference: string;

  @Transform(cut)
  @IsString({ message: 'Enter the check code of the copy' })
  check_code: string;
}
