import { Transform } from 'class-transformer';
import { Equals, IsString } from 'class-validator';
import { customerEmailProblem, tidyText } from '@app/orders';
import { CheckedBy } from '../checked-by.js';

export class EraseAssessmentForm {
  @Equals('yes', { message: 'Tick the box if you want to erase it' })
  sure: string;
}

export class EraseOrderForm {
  @Equals('yes', { message: 'Tick the box if you want to erase this' })
  sure: string;
}

export class SendLinkForm {
  @CheckedBy(customerEmailProblem)
  @IsString({ message: 'Enter the email address to send the link to.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidyText(value) : value))
  email: string;
}
