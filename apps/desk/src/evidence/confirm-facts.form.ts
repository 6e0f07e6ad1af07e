import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import type { FactKind } from '@app/blueprint';
import { KINDS, type NamedFact } from '@app/evidence';
import { pageAddress } from './check-fact.form.js';

/** So many facts of a source stand on one page, and are confirmed at once. */
export const FACTS_AT_ONCE = 25;

const listed = ({ value }: { value: unknown }): unknown => (value === undefined ? [] : [value].flat());

/** Facts of one source that somebody compared with it and found true. */
export class ConfirmFactsForm {
  /** Hash of the words, a space, and the key. */
  @Transform(listed)
  @Matches(/^[0-9a-f]{64} [^\n]{1,500}$/, { each: true, message: 'There is no such fact.' })
  @ArrayMaxSize(FACTS_AT_ONCE, { message: `Tick at most ${FACTS_AT_ONCE} facts at once.` })
  @ArrayNotEmpty({ message: 'Tick the facts that you compared and found true.' })
  fact: string[] = [];

  /** The source that they rest on. */
  @MaxLength(300) source = '';

  /** The page that was read, where it was another. */
  @IsOptional()
  @Transform(pageAddress)
  @Matches(/^$|^[\w-]+(\.[\w-]+)+(\/\S*)?$/, {
    message: 'Give the address of the page, as in www.gov.uk/dbs.',
  })
  @MaxLength(300, { message: 'Keep the address to 300 characters.' })
  page?: string;

  /** The kind that the queue was narrowed to. */
  @IsOptional() @IsIn(['', ...KINDS]) kind?: FactKind | '';
}

export const namedFacts = (ticked: readonly string[]): NamedFact[] =>
  ticked.map((one) => ({ wordsSha256: one.slice(0, 64), key: one.slice(65) }));
