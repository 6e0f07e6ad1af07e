import { IsIn } from 'class-validator';

export class SettleForm {
  @IsIn(['was_sent', 'send_again'], {
    message: 'Choose whether the email was sent or is to be sent again.',
  })
  decision: 'was_sent' | 'send_again';
}
