import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { LONGEST_COMMENT } from '@app/assessment';

const tidy = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? value
        .replace(/\r\n?/g, '\n')
        // What cannot be seen goes, but for the ends of lines.
        .replace(/[^\P{Cc}\n]|\p{Cf}/gu, '')
        .trim()
        .normalize('NFC')
    : value;

/** What an adviser writes back. */
export class CommentForm {
  @MaxLength(LONGEST_COMMENT, {
    message: `Keep it to ${LONGEST_COMMENT.toLocaleString('en-GB')} characters. You can send a second one`,
  })
  @MinLength(1, { message: 'Write a comment first' })
  @Transform(tidy)
  @IsString({ message: 'Write a comment first' })
  comment: string;
}

/** What a picture of a result may show beside the score. */
export class PictureForm {
  @IsOptional()
  @IsString()
  job?: string;
}
