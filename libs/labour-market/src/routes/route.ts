import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  Equals,
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
import { type Nation, NATIONS } from './nation.js';

/** A domain, or an address below it, without `https://`. */
export const PAGE = /^[\w-]+(\.[\w-]+)+(\/\S*)?( or [\w-]+(\.[\w-]+)+(\/\S*)?)*$/;

/** Three ways to try a work, a sentence each. */
const AreThreeTests = (): PropertyDecorator =>
  applyDecorators(
    IsArray(),
    ArrayMinSize(3),
    ArrayMaxSize(3),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(180, { each: true }),
  );

class Somewhere {
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(NATIONS, { each: true }) nations: Nation[];
  /** Where the body says it itself. */
  @Matches(PAGE) @MaxLength(110) page: string;
}

/** What must be held before one may start. */
export class Register extends Somewhere {
  @IsString() @IsNotEmpty() @MaxLength(120) body: string;
  @IsString() @IsNotEmpty() @MaxLength(180) what: string;
  /** Who asks for it: the law, nearly all employers, or some. */
  @IsIn(['law', 'employers', 'some']) force: 'law' | 'employers' | 'some';
}

/** A way to have the preparation paid. */
export class FundedWay extends Somewhere {
  @IsString() @IsNotEmpty() @MaxLength(120) way: string;
  @IsString() @IsNotEmpty() @MaxLength(150) what: string;
  /** Only for those without work: whoever has a job has no work coach. */
  @IsOptional() @Equals(true) outOfWork?: true;
  /** Whatever the course: said after what is of one way in. Not of a route's file. */
  declare readonly anyCourse?: true;
  /** What differs in the person's own region; not of the file, set for one person. */
  declare readonly here?: string;
}

class Months {
  @IsInt() @Min(0) @Max(240) from: number;
  @IsInt() @Min(0) @Max(240) to: number;
}

class Cost {
  @IsInt() @Min(0) @Max(150_000) from: number;
  @IsInt() @Min(0) @Max(150_000) to: number;
  @IsString() @IsNotEmpty() @MaxLength(180) what: string;
}

const BASES = ['ons-2020', 'skills-england-2026-08', 'general-knowledge', 'stored-page'] as const;

const TRADE = /^[a-z][a-z -]+$/;

/**
 * What differs for those who come from near: whoever holds the register needs no degree for it, who works beside a fork-lift can begin there. With
 * months of its own it is another way in, and pays, costs and apprenticeships are its alone; without them only what it names differs.
 */
export class WayFrom {
  /** Unit groups they work in now. */
  @IsArray() @ArrayUnique() @Matches(/^\d{4}$/, { each: true }) groups: string[];
  /** Beginnings of words, lower case: of those groups only whose title has one. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @Matches(TRADE, { each: true }) trades?: string[];
  /** The same of those whose title nobody found, by their own words. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @Matches(TRADE, { each: true }) words?: string[];
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(340) qualification?: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(220) firstJob?: string;
  @IsOptional() @ValidateNested() @Type(() => Months) months?: Months;
  @IsOptional() @ValidateNested() @Type(() => Cost) cost?: Cost;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => FundedWay) funded?: FundedWay[];
  @IsOptional() @AreThreeTests() tests?: string[];
  @IsOptional() @IsString() @Matches(/\?$/) @MaxLength(140) ask?: string;
}

/** How an adult in the UK gets into the work of one unit group, as an editor wrote it. */
export class Route {
  @IsArray() @ValidateNested({ each: true }) @Type(() => Register) registers: Register[];
  @IsString() @IsNotEmpty() @MaxLength(340) qualification: string;
  @IsString() @IsNotEmpty() @MaxLength(220) firstJob: string;
  /** Preparation before the first pay in this work; 0 when trained on the job. */
  @ValidateNested() @Type(() => Months) months: Months;
  /** Pounds that the person usually pays. */
  @ValidateNested() @Type(() => Cost) cost: Cost;
  /** References of the list of England, the nearest first. */
  @IsArray() @ArrayUnique() @Matches(/^[A-Z]{2}\d{4}$/, { each: true }) apprenticeships: string[];
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => FundedWay)
  funded: FundedWay[];
  /** Three ways to try the work within two weeks. */
  @AreThreeTests() tests: string[];
  /** A question to someone who does the work. */
  @IsString() @Matches(/\?$/) @MaxLength(140) ask: string;
  /** The national pay scale most are on. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(170) scale?: string;
  /** What it was written from. */
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(BASES, { each: true }) basis: (typeof BASES)[number][];
  /** The page that was read, where one was. */
  @IsOptional() @Matches(PAGE) read?: string;
  /** What the editor would check first. */
  @IsArray() @IsString({ each: true }) unsure: string[];
  /** Nearer ways for those who do not begin at nothing; the first that is theirs. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => WayFrom)
  from?: WayFrom[];
  /** Of a route made for one person: the groups whose way in it is. */
  declare readonly isFrom?: string;
  /** Of a way written for one title of the group: its slug. */
  declare readonly ofTitle?: string;
}
