import { Transform } from 'class-transformer';
import { IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** A move of hours that somebody tries out on their result: ids of two parts of the week, and hours as people write them. */
export class MoveQuery {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  from?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  to?: string;

  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? Number(value.replace(',', '.')) : value,
  )
  @IsOptional()
  @Min(0)
  @Max(168)
  hours?: number;
}
