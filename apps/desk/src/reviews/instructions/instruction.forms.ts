import { Type } from 'class-transformer';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';

const SHORTER = { message: 'Keep an instruction to 500 characters.' };

export class InstructionForm {
  /** 0 stands for the whole draft. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(15)
  page = 0;

  @IsString()
  @MaxLength(2_000, SHORTER)
  instruction = '';
}

export class TakeInstructionBackForm {
  @IsUUID(undefined, { message: 'There is no such instruction.' })
  instruction_id = '';

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(15)
  page = 1;
}

export class AnewForm {
  @IsString()
  @MaxLength(2_000, SHORTER)
  anew_reason = '';
}
