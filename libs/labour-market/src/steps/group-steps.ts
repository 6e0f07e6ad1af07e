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
import { ASIDE, type Aside } from './aside.js';

/** Whom a step is for: who begins, who has some years, who has many, or anybody. */
export const STEP_LEVELS = ['anyone', 'starting', 'settled', 'senior'] as const;
export type StepLevel = (typeof STEP_LEVELS)[number];

const TRADE = /^[a-z][a-z -]+$/;

/** A next step inside one's own trade: a ticket, a specialism, a band, a lead role. An editor's judgement. */
export class TradeStep {
  /** What to search or ask for, as it stands in a sentence: "lorry loader or remote crane work". */
  @IsString() @Matches(/[^.!?;]$/) @MaxLength(48) step: string;
  @IsIn(STEP_LEVELS) for: StepLevel;
  /** Where it is open; absent: all over the UK. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(NATIONS, { each: true }) nations?: Nation[];
  /** Beginnings of words, lower case: the step is for those of the group whose title has one of them, and for nobody else. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @Matches(TRADE, { each: true }) trades?: string[];
  /** The same of those it is not for. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @Matches(TRADE, { each: true }) notTrades?: string[];
  /** What it brings that some wish to avoid, where its words do not say so. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @IsIn([...ASIDE, 'lower-pay'], { each: true }) brings?: (
    Aside | 'lower-pay'
  )[];
  @IsString() @Matches(/[.!?]$/) @MaxLength(105) why: string;
  @IsString() @Matches(/[^.!?;]$/) @MaxLength(115) asks: string;
  /** Months until one could do it or apply, in the usual case: from, to. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(60, { each: true })
  months: [number, number];
  @IsString() @IsNotEmpty() @Matches(/[^.!?;]$/) @MaxLength(65) cost: string;
  /** One sentence to say to a manager or another employer. */
  @IsString() @Matches(/[.!?]$/) @MaxLength(140) say: string;
  @Matches(PAGE) @MaxLength(110) page: string;
  /** Who has such posts, where those who employ the trade as a whole do not: a sentence. */
  @IsOptional() @IsString() @Matches(/[.]$/) @MaxLength(170) who?: string;
}

/** The steps of one unit group, the best first. */
export class GroupSteps {
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(9)
  @ArrayUnique(({ step }: TradeStep) => step)
  @ValidateNested({ each: true })
  @Type(() => TradeStep)
  steps: TradeStep[];
  /** Month in which somebody compared them with the pages they name, `YYYY-MM`; false when nobody has. */
  @ValidateIf(({ checked }: GroupSteps) => checked !== false)
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/, { message: 'checked is false, or a month such as 2026-11' })
  checked: string | false;
}
