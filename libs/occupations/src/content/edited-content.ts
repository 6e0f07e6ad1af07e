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
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SECTORS, type SectorId } from '../dataset/sectors.js';
import { MAX_BARRIER_MONTHS } from '../method/window.js';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MONTH = /^20\d\d-(0[1-9]|1[0-2])$/;
const TRADE = /^[a-z][a-z -]*$/;
const ACTIVITY = /^4\.A\.\d\.[a-z]\.\d+$/;

export class ToolContent {
  @IsString() @IsNotEmpty() @MaxLength(60) name: string;
  /** Month in which editors listed it for the task. Pages say “listed”: nobody need have tried it. */
  @Matches(MONTH) checked: string;
  /** Of the trades that the title holds it is only for these, or not for those: no hairdressers’ diary in a surgery. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @Matches(TRADE, { each: true }) trades?: string[];
  @IsOptional() @IsArray() @ArrayMinSize(1) @Matches(TRADE, { each: true }) notTrades?: string[];
}

export class TaskContent {
  @Matches(SLUG) id: string;
  @IsString() @IsNotEmpty() @MaxLength(60) name: string;
  /** One plain sentence. */
  @IsString() @IsNotEmpty() @MaxLength(220) involves: string;
  /** Whole per cent of the typical week. */
  @IsInt() @Min(1) @Max(60) share: number;
  @IsNumber() @Min(0) @Max(100) exposure: number;
  @IsNumber() @Min(0) @Max(100) exposureIn5Years: number;
  @IsNumber() @Min(3) @Max(30) sd: number;
  @Matches(ACTIVITY) activity: string;
  /** Why the rating is what it is, by the published rubric. */
  @IsString() @IsNotEmpty() @MaxLength(260) rubric: string;
  @IsArray() @ArrayMaxSize(6) @ValidateNested({ each: true }) @Type(() => ToolContent) tools: ToolContent[];
}

export class BarrierContent {
  /** Months that rules, safety or trust add before tools are taken up. */
  @IsInt() @Min(0) @Max(MAX_BARRIER_MONTHS) months: number;
  @IsString() @IsNotEmpty() @MaxLength(260) note: string;
}

/** Share of each level's week in whole per cent by task id; each level sums to 100. */
export class SeniorityContent {
  @IsObject() junior: Record<string, number>;
  @IsObject() mid: Record<string, number>;
  @IsObject() senior: Record<string, number>;
}

export class PeriodContent {
  @IsIn(['past', 'now', 'next']) phase: 'past' | 'now' | 'next';
  @IsInt() @Min(1990) @Max(2050) from: number;
  @IsInt() @Min(1990) @Max(2050) to: number;
  @IsString() @IsNotEmpty() @MaxLength(80) title: string;
  @IsString() @IsNotEmpty() @MaxLength(420) text: string;
}

export class CompareContent {
  @IsOptional() @Matches(SLUG) moreExposed?: string;
  @IsOptional() @Matches(SLUG) sameSector?: string;
  @IsOptional() @Matches(SLUG) farLess?: string;
}

export class PivotContent {
  @Matches(SLUG) slug: string;
  @IsString() @IsNotEmpty() @MaxLength(260) why: string;
}

export class QuestionContent {
  @IsString() @IsNotEmpty() @MaxLength(120) question: string;
  @IsString() @IsNotEmpty() @MaxLength(700) answer: string;
}

/** Something that tools let people in this work do more of. */
export class GainContent {
  @Matches(SLUG) id: string;
  /** Completes "do more of". */
  @IsString() @IsNotEmpty() @MaxLength(60) name: string;
  /** How, in a working day. Times in it are examples, not measurements. */
  @IsString() @IsNotEmpty() @MaxLength(160) how: string;
  /** How much more of it a person could do today with tools in usual use, 0–100. */
  @IsNumber() @Min(0) @Max(100) gain: number;
  /** What must be there first. */
  @IsString() @IsNotEmpty() @MaxLength(120) needs: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => ToolContent)
  tools: ToolContent[];
}

/** One edited occupation, `content/<slug>.yaml`. Texts hold figures only as `{{…}}`, filled from the computed report. */
export class EditedContent {
  @IsString() @IsNotEmpty() @MaxLength(60) title: string;
  /** Plural in the middle of a sentence: "machine learning engineers". */
  @IsString() @IsNotEmpty() @MaxLength(60) plural: string;
  /** O*NET-SOC 2019 code it stands on. */
  @Matches(/^\d\d-\d{4}\.\d\d$/) code: string;
  @IsIn(Object.keys(SECTORS)) sector: SectorId;
  /** Slugs that redirect here. */
  @IsArray() @ArrayUnique() @Matches(SLUG, { each: true }) aliases: string[];
  /** Other titles of the same work in the UK, for search. */
  @IsArray() @ArrayUnique() @IsString({ each: true }) titles: string[];
  @Matches(MONTH) updated: string;
  /** The finding as one sentence. */
  @IsString() @IsNotEmpty() @MaxLength(120) answer: string;
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(3)
  @IsString({ each: true })
  @MaxLength(320, { each: true })
  summary: string[];
  @ValidateNested() @IsObject() @Type(() => BarrierContent) barriers: BarrierContent;
  /** How quickly the sector takes up tools, one sentence. */
  @IsString() @IsNotEmpty() @MaxLength(260) adoption: string;
  @IsArray()
  @ArrayMinSize(6)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => TaskContent)
  tasks: TaskContent[];
  @ValidateNested() @IsObject() @Type(() => SeniorityContent) seniority: SeniorityContent;
  @IsArray()
  @ArrayMinSize(3)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => PeriodContent)
  timeline: PeriodContent[];
  @IsOptional() @ValidateNested() @Type(() => CompareContent) compare?: CompareContent;
  @IsArray()
  @ArrayMinSize(3)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => PivotContent)
  pivots: PivotContent[];
  @IsArray()
  @ArrayMinSize(4)
  @ArrayMaxSize(8)
  @ValidateNested({ each: true })
  @Type(() => QuestionContent)
  faq: QuestionContent[];
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(4)
  @ArrayUnique(({ id }: GainContent) => id)
  @ValidateNested({ each: true })
  @Type(() => GainContent)
  gains: GainContent[];
}
