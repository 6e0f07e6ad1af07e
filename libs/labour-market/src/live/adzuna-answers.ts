import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateBy,
  ValidateNested,
  validateSync,
} from 'class-validator';

/** More entries than any of these tables has: what is longer is not the answer we asked for. */
const MOST_ENTRIES = 500;

const isCount = (value: unknown): boolean =>
  (typeof value === 'number' && Number.isInteger(value) && value >= 0) ||
  (typeof value === 'string' && /^\d{1,9}$/.test(value));
const isPay = (value: unknown): boolean =>
  (typeof value === 'number' && Number.isFinite(value) && value >= 0) ||
  (typeof value === 'string' && /^\d{1,9}(\.\d+)?$/.test(value));

/** A JSON object used as a table, its keys and values as given. */
const IsTable = (key: RegExp, isValue: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({
    name: 'isTable',
    validator: {
      validate: (table: unknown) =>
        typeof table === 'object' &&
        table !== null &&
        !Array.isArray(table) &&
        Object.keys(table).length <= MOST_ENTRIES &&
        Object.entries(table).every(([name, value]) => key.test(name) && isValue(value)),
      defaultMessage: () => '$property must be a table of the documented kind',
    },
  });

/** `GET /jobs/gb/search/1`: the number of advertisements and the mean of their pay. The advertisements themselves are not used. */
export class SearchAnswer {
  @IsInt()
  @Min(0)
  count: number;

  @IsOptional()
  @IsNumber()
  @Min(0)
  mean?: number | null;

  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  results: unknown[];
}

/** `GET /jobs/gb/histogram`: lower end of each pay range → vacancies in it, as text, in no order. */
export class HistogramAnswer {
  @IsTable(/^\d{1,7}$/, isCount)
  histogram: Record<string, number | string>;
}

export class CompanyAnswer {
  @IsInt()
  @Min(0)
  count: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  canonical_name?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  display_name?: string | null;

  @IsOptional()
  @IsNumber()
  @Min(0)
  average_salary?: number | null;
}

/** `GET /jobs/gb/top_companies`: who advertises most. */
export class TopCompaniesAnswer {
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => CompanyAnswer)
  leaderboard: CompanyAnswer[];
}

/** `GET /jobs/gb/history`: month → mean advertised pay, in no order. */
export class HistoryAnswer {
  @IsTable(/^\d{4}-(0[1-9]|1[0-2])$/, isPay)
  month: Record<string, number | string>;
}

/**
 * The answer as its class, or null when its shape is not the documented one. Fields we do not know are let through: the API may grow.
 */
export function answerOf<T extends object>(kind: new () => T, json: unknown): T | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const answer = plainToInstance(kind, json);
  return validateSync(answer, { forbidUnknownValues: true }).length === 0 ? answer : null;
}
