import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
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
  ValidateNested,
} from 'class-validator';
import { listWords } from '@app/kernel';
import { type Nation, NATIONS } from '../routes/nation.js';

const SHARES = ['most', 'many', 'some'] as const;
const DAY = /^20\d\d-\d\d-\d\d$/;
/** An address as people type it, without `https://`. */
const PAGE = /^[a-z0-9.-]+\.[a-z]+(\/\S*)?$/;

/** What the last point of a grade pays for a full week in one nation, and where the next grade begins; pounds a year. Said only while it holds. */
export class TopPointPay {
  @IsIn(NATIONS) nation: Nation;
  @IsInt() @Min(10_000) @Max(200_000) last: number;
  /** "band 6". */
  @IsString() @IsNotEmpty() @MaxLength(30) nextGrade: string;
  @IsInt() @Min(10_000) @Max(200_000) next: number;
  @Matches(DAY) from: string;
  @Matches(DAY) until: string;
}

/** When the usual grade of a group ends: without a date or a page of its own it is from general knowledge, and said as a rule. */
export class TopPoint {
  /** "band 5". */
  @IsString() @IsNotEmpty() @MaxLength(30) grade: string;
  /** Of service from the first point to the last. */
  @IsInt() @Min(1) @Max(15) years: number;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => TopPointPay) pay?: TopPointPay[];
}

/** Whose people are on a scale, and how many of them. */
export class GroupOnScale {
  /** A SOC 2020 unit group, or a six-digit group inside one. */
  @Matches(/^\d{4}(\/\d\d)?$/) code: string;
  @IsIn(SHARES) share: (typeof SHARES)[number];
  /** In the plural, in the middle of a sentence. */
  @IsString() @IsNotEmpty() @MaxLength(60) people: string;
  @IsOptional() @ValidateNested() @Type(() => TopPoint) topPoint?: TopPoint;
}

/** A stored copy of a public page that somebody read. */
export class StoredPage {
  @Matches(PAGE) page: string;
  /** Date of the page, or "undated". */
  @IsString() @IsNotEmpty() dated: string;
}

/** A national pay scale. It holds no amounts: they change every year, and its page has them. */
export class PayScale {
  @IsString() @IsNotEmpty() @MaxLength(90) name: string;
  /** What decides a person's pay on it, with its verb: "your band matters". */
  @Matches(/^your .+ matters?$/) counts: string;
  @IsString() @IsNotEmpty() @MaxLength(320) setBy: string;
  @IsArray() @ArrayMinSize(1) @IsIn(NATIONS, { each: true }) nations: readonly Nation[];
  @Matches(PAGE) page: string;
  /** Absent: written from general knowledge, not checked against its page. */
  @IsOptional() @ValidateNested() @Type(() => StoredPage) stored?: StoredPage;
  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => GroupOnScale)
  groups: GroupOnScale[];
}

/** A group's scale, by the group's code. */
export interface ScaleOfGroup {
  readonly id: string;
  readonly scale: PayScale;
  readonly group: GroupOnScale;
}

const ALL = NATIONS.length;

/** The one sentence on a page: "Most nurses are paid on the NHS pay scale, Agenda for Change: your band matters more than these figures." */
export function scaleSentence({ scale, group }: ScaleOfGroup): string {
  const where = scale.nations.length === ALL ? '' : ` in ${listWords(scale.nations)}`;
  const start = `${group.share.charAt(0).toUpperCase()}${group.share.slice(1)} ${group.people}${where} are paid on ${scale.name}`;
  return group.share === 'most'
    ? `${start}: ${scale.counts} more than these figures.`
    : `${start}; if you are one of them, ${scale.counts} more than these figures.`;
}

/** Who sets it, where to read it, and how it was checked: for the small print beside the sentence. */
export const scaleSource = ({ scale: { setBy, page, stored } }: Pick<ScaleOfGroup, 'scale'>): string =>
  `Pay scale: set by ${setBy}. See ${page}; ${stored ? `read in a stored copy of ${stored.page}${stored.dated === 'undated' ? '' : `, ${stored.dated}`}` : 'not checked against its page'}.`;
