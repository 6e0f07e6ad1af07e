import { IsIn, IsOptional } from 'class-validator';

/** Which file; without it, or with another word, the PDF. */
export class DownloadForm {
  @IsOptional()
  @IsIn(['blueprint', 'calendar', 'accessible', 'large-print'])
  file?: string;
}
