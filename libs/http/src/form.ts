import { Body, type PipeTransform } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';
import { DomainError } from '@app/kernel';
import { type FormResult, tidyForm, validateForm } from './validate-form.js';

/** Longest text that is shown again, in characters. */
const LONGEST = 20_000;

/** A form that arrived: its checked value or what to put right, and what was typed in its fields, to be shown again. */
export type Arrived<Fields extends object> = FormResult<Fields> & {
  readonly typed: { readonly [Field in keyof Fields]?: string };
};

/** The one way in for a request's body: a class with class-validator rules. Nothing else reads a body. */
class FormPipe<Fields extends object> implements PipeTransform<unknown, Promise<Arrived<Fields>>> {
  constructor(private readonly form: ClassConstructor<Fields>) {}

  async transform(body: unknown): Promise<Arrived<Fields>> {
    const fields = getMetadataStorage().getTargetValidationMetadatas(this.form, '', false, false);
    const given = tidyForm(body);
    const texts = fields
      .map(({ propertyName }): [string, unknown] => [propertyName, given[propertyName]])
      .filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= LONGEST,
      );
    return {
      ...(await validateForm(this.form, body)),
      typed: Object.fromEntries(texts) as Arrived<Fields>['typed'],
    };
  }
}

class ValidFormPipe<Fields extends object> implements PipeTransform<unknown, Promise<Fields>> {
  private readonly form: FormPipe<Fields>;

  constructor(form: ClassConstructor<Fields>) {
    this.form = new FormPipe(form);
  }

  /** @throws DomainError `form_invalid` with the words of the rules. */
  async transform(body: unknown): Promise<Fields> {
    const { value, errors } = await this.form.transform(body);
    if (errors) throw new DomainError('form_invalid', errors.map(({ message }) => message).join(' '));
    return value;
  }
}

/** A parameter that takes the body as an {@link Arrived} form, for pages that show it again with what to put right. */
export const Form = (form: ClassConstructor<object>): ParameterDecorator => Body(new FormPipe(form));

/** A parameter that takes the body as a checked form; what does not fit is refused as `form_invalid`. */
export const ValidForm = (form: ClassConstructor<object>): ParameterDecorator =>
  Body(new ValidFormPipe(form));
