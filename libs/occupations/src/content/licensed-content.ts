import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export class LicensedProfession {
  /** O*NET-SOC codes, or beginnings of them. */
  @IsArray() @Matches(/^\d\d-\d[\d.]*$/, { each: true }) codes: string[];
  /** How people get in, in the UK, one sentence. Absent: the training is so long that it is never offered as a pivot. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(260) entryRoute?: string;
  /** Who registers or licenses. */
  @IsString() @IsNotEmpty() body: string;
  @IsIn(['protected title', 'licence', 'vetting']) kind: string;
  @Matches(/^20\d\d-\d\d$/) checked: string;
  /** Written from general knowledge in that month: nobody has read it on the body's own page yet. */
  @IsOptional() @IsBoolean() unchecked?: boolean;
}

/** Professions that one may not simply start in, `content/licensed.yaml`. */
export class LicensedContent {
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LicensedProfession)
  professions: LicensedProfession[];
}
