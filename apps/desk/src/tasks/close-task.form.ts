import { IsString, MaxLength } from 'class-validator';

export class CloseTaskForm {
  @MaxLength(2_000, { message: 'Keep it to 2,000 characters.' })
  @IsString({ message: 'Write down what you did, so that the next person can follow it.' })
  resolution: string;
}
