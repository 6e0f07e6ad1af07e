import { Matches } from 'class-validator';

export class RetryGroupForm {
  @Matches(/^[0-9a-f]{16}$/, { message: 'Choose a group of the page.' })
  group: string;
}
