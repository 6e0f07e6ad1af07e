import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import {
  ActRunner,
  answerCorrection,
  mustBeDone,
  type OrderActor,
  tidyParagraphs,
  tidyText,
  writeLetter,
} from '@app/orders';
import { DeliveryOutbox } from '../delivery-outbox.js';
import { LETTERS, type LetterField, type LetterName } from './letter-kinds.js';

/** What staff write to customers, from templates: an act on the order and its email in one transaction. */
@Injectable()
export class StaffLetters {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly acts: ActRunner,
    private readonly outbox: DeliveryOutbox,
  ) {}

  /**
   * @param formToken names the form it was written in: sent twice it is one letter.
   * @param words the fields of the letter by their names; others are dropped.
   * @throws DomainError `letter_invalid` naming what is missing or too long, as well as those of the act.
   */
  async write(
    orderId: string,
    {
      letter,
      words,
      formToken,
    }: { letter: LetterName; words: Readonly<Record<string, unknown>>; formToken: string },
    actor: OrderActor,
  ): Promise<void> {
    const fields = letterFields(letter, words);
    const at = this.clock.now();
    await this.source.transaction(async (manager) => {
      const { order, ...outcome } = await this.acts.run(manager, writeLetter, orderId, { letter, at }, actor);
      mustBeDone({ ...outcome, order });
      // This letter settles what it answers.
      if (letter === 'correction')
        mustBeDone(await this.acts.run(manager, answerCorrection, orderId, { at }, actor));
      const isNew = await this.outbox.enqueueEmail(manager, {
        kind: 'notice',
        subjectKey: `letter:${orderId}:${formToken}`,
        orderId,
        recipient: order.customerEmail,
        sendAfter: at,
        data: { notice: 'letter', letter, fields },
      });
      if (!isNew)
        throw new DomainError('letter_sent', 'This letter is on its way already. It was not sent twice.');
    });
  }
}

/** The words of a letter, checked. @throws DomainError `letter_invalid` */
export function letterFields(
  letter: LetterName,
  words: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const fields: readonly LetterField[] = LETTERS[letter].fields;
  return Object.fromEntries(
    fields.map(({ name, label, longest, paragraph }) => {
      const given = words[name];
      const text = tidied(typeof given === 'string' ? given : '', paragraph);
      if (text === '') throw new DomainError('letter_invalid', `“${label}” is empty.`);
      if (text.length > longest)
        throw new DomainError('letter_invalid', `“${label}” is longer than ${longest} characters.`);
      return [name, text];
    }),
  );
}

const tidied = (text: string, paragraph: boolean): string =>
  paragraph ? tidyParagraphs(text) : tidyText(text);
