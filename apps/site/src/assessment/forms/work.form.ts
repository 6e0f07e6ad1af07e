import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import {
  PAY_BANDS,
  type PayBandId,
  type RegionId,
  REGIONS,
  WORK_LEVELS,
  type WorkLevel,
} from '@app/assessment';
import { SECTORS, type SectorId } from '@app/occupations';
import { toNumber } from './to-number.js';

/** "About your work": everything may be left blank. */
export class WorkForm {
  @IsOptional()
  @IsIn(Object.keys(WORK_LEVELS), { message: 'Choose one of the levels, or leave them all unchosen' })
  level?: WorkLevel;

  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: 'Years in this kind of work must be a whole number, like 6' })
  @Min(0, { message: 'Years in this kind of work must be 0 or more' })
  @Max(60, { message: 'Years in this kind of work must be 60 or fewer' })
  years?: number;

  @IsOptional()
  @IsIn(Object.keys(SECTORS), { message: 'Choose an industry from the list, or “Rather not say”' })
  sector?: SectorId;

  @IsOptional()
  @IsIn(Object.keys(REGIONS), { message: 'Choose a region from the list, or “Rather not say”' })
  region?: RegionId;

  @IsOptional()
  @Transform(toNumber)
  @Min(1, { message: 'Hours in a usual week must be 1 or more, like 37.5' })
  @Max(100, { message: 'Hours in a usual week must be 100 or fewer, like 37.5' })
  hoursPerWeek?: number;

  @IsOptional()
  @IsIn(Object.keys(PAY_BANDS), { message: 'Choose a pay band from the list, or “Rather not say”' })
  payBand?: PayBandId;
}
