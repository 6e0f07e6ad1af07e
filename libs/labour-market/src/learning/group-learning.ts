import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type Nation, NATIONS } from '../routes/nation.js';
import { PAGE } from '../routes/route.js';

class Hours {
  @IsInt() @Min(1) @Max(1500) from: number;
  @IsInt() @Min(1) @Max(1500) to: number;
}

/** Pounds of one's own; from nothing where it may be paid by somebody else. */
class Pounds {
  @IsInt() @Min(0) @Max(30_000) from: number;
  @IsInt() @Min(0) @Max(30_000) to: number;
}

/** A course, a guide or a place to practise, by name. */
export class Course {
  @IsString() @IsNotEmpty() @MaxLength(100) name: string;
  @IsString() @IsNotEmpty() @MaxLength(90) by: string;
  @ValidateNested() @Type(() => Pounds) cost: Pounds;
  /** Where whoever gives it says so. */
  @Matches(PAGE) @MaxLength(110) page: string;
}

/** What stands in the place of a course in some nations: the body of another has nothing for them. */
class Elsewhere {
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(NATIONS, { each: true }) nations: Nation[];
  @ValidateNested() @Type(() => Course) with: Course;
}

class FreeOutOfWork {
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(NATIONS, { each: true }) nations: Nation[];
  /** The scheme by name. */
  @IsString() @IsNotEmpty() @MaxLength(40) by: string;
}

/** One thing that the work of a unit group asks of somebody who comes to it from elsewhere. */
export class LearningItem {
  /** Begins small and ends without a stop: "keeping code in Git". */
  @IsString() @Matches(/[^.!?;]$/) @MaxLength(80) learn: string;
  @IsString() @Matches(/[.!?]$/) @MaxLength(95) why: string;
  /** Groups, or the first digits of many, whose people know it already: nobody sends a programmer to a first course in SQL. */
  @IsOptional() @IsArray() @Matches(/^\d{2,4}$/, { each: true }) knownTo?: string[];
  /** An editor's estimate. */
  @ValidateNested() @Type(() => Hours) hours: Hours;
  @ValidateNested() @Type(() => Course) with: Course;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => Elsewhere) elsewhere?: Elsewhere[];
  /** A scheme that makes it free to whoever is out of work, and where: what they need not pay is not "up to £2,000". */
  @IsOptional() @ValidateNested() @Type(() => FreeOutOfWork) outOfWork?: FreeOutOfWork;
  /** What somebody else can see afterwards. */
  @IsString() @Matches(/[^.!?;]$/) @MaxLength(65) proof: string;
}

/** What to learn first for the work of one unit group, the smallest effort first. */
export class GroupLearning {
  @IsArray()
  @ArrayMinSize(3)
  @ArrayMaxSize(3)
  @ArrayUnique(({ learn }: LearningItem) => learn)
  @ValidateNested({ each: true })
  @Type(() => LearningItem)
  first: LearningItem[];
  /** Month in which somebody compared it with the pages it names, `YYYY-MM`; false when nobody has. */
  @ValidateIf(({ checked }: GroupLearning) => checked !== false)
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/, { message: 'checked is false, or a month such as 2026-11' })
  checked: string | false;
}
