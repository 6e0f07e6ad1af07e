import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { AVOIDANCES, type Avoidance, TRAVEL, type Travel } from '@app/assessment';
import { listOf } from '../questions.js';
import { toNumber } from './to-number.js';

/** "What would make a move work": everything may be left blank. */
export class MovingForm {
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'The lowest pay must be whole pounds a year, like 28,000' })
  @Min(0, { message: 'The lowest pay must be whole pounds a year, like 28,000' })
  @Max(1_000_000, { message: 'The lowest pay must be £1,000,000 a year or less' })
  lowestPay?: number;

  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'Months of training must be a whole number, like 6' })
  @Min(0, { message: 'Months of training must be 0 or more' })
  @Max(120, { message: 'Months of training must be 120 or fewer' })
  monthsToTrain?: number;

  @IsOptional()
  @IsIn(Object.keys(TRAVEL), {
    message: 'Choose one of the answers about travel, or leave them all unchosen',
  })
  travel?: Travel;

  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'The study budget must be whole pounds, like 500' })
  @Min(0, { message: 'The study budget must be £0 or more' })
  @Max(1_000_000, { message: 'The study budget must be £1,000,000 or less' })
  budget?: number;

  @IsOptional()
  @Transform(toNumber)
  @Min(0, { message: 'Hours a week for learning must be 0 or more, like 4' })
  @Max(60, { message: 'Hours a week for learning must be 60 or fewer' })
  hoursPerWeekForLearning?: number;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => listOf(value))
  @ArrayMaxSize(Object.keys(AVOIDANCES).length, { message: 'Choose the things to avoid from the list' })
  @IsIn(Object.keys(AVOIDANCES), { each: true, message: 'Choose the things to avoid from the list' })
  avoid?: Avoidance[];
}
