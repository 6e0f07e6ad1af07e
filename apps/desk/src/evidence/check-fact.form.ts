import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateIf } from 'class-validator';
import { type Verdict, VERDICTS } from '@app/evidence';

/** Without `https://`, where somebody pasted it. */
export const pageAddress = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.replace(/^https?:\/\//i, '') : value;

/** What somebody found when they looked at the source of a fact. */
export class CheckFactForm {
  @IsString() @MaxLength(500) fact: string;
  @Matches(/^[0-9a-f]{64}$/) words: string;
  @IsIn(VERDICTS, { message: 'Say whether it is still true, changed or gone.' })
  verdict: Verdict;

  /** The page that was read, where the content names none. */
  @IsOptional()
  @Transform(pageAddress)
  @Matches(/^[\w-]+(\.[\w-]+)+(\/\S*)?$/, { message: 'Give the address of the page, as in www.gov.uk/dbs.' })
  @MaxLength(300, { message: 'Keep the address to 300 characters.' })
  page?: string;

  @ValidateIf(({ verdict }: CheckFactForm) => verdict !== 'true')
  @MinLength(3, { message: 'Say in a few words what you found, for whoever changes the file.' })
  @MaxLength(1_000, { message: 'Keep it to 1,000 characters.' })
  note?: string;

  /** Where to go back to: the queue of a kind, or a source. */
  @IsOptional() @Matches(/^[a-z]{0,20}$/) kind?: string;
  @IsOptional() @Matches(/^\/evidence\/source\?[\w.%+=&~*-]{1,600}$/) back?: string;
}
