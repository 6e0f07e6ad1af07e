import { type PipeTransform, Query } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { gathered, tidyLine, type Typed } from '@app/assessment';
import { type FormResult, validateForm } from '@app/http';

type FormClass<Form extends object> = new () => Form;

/** A form as it was sent: checked, or what to put right, and in both cases what was typed, to be shown again. */
export type SentForm<Form extends object> = FormResult<Form> & { readonly typed: Typed };

const LONGEST = 300;

/** Checks a form against a class of class-validator rules. */
export async function readForm<Form extends object>(
  form: FormClass<Form>,
  body: unknown,
): Promise<SentForm<Form>> {
  const checked = await validateForm(form, gathered(form, body));
  return { ...checked, typed: typedIn(body) };
}

/** The texts of a form, cleaned and bounded. */
function typedIn(body: unknown): Typed {
  if (body === null || typeof body !== 'object') return {};
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name]) => name !== '__proto__')
      .map(([name, value]): [string, string | string[]] => [
        name,
        Array.isArray(value) ? value.map((each) => tidyLine(each, LONGEST)) : tidyLine(value, LONGEST),
      ]),
  );
}

class QueryPipe<Asked extends object> implements PipeTransform<unknown, Promise<Asked>> {
  constructor(private readonly form: FormClass<Asked>) {}

  async transform(query: object): Promise<Asked> {
    const asked = plainToInstance(this.form, { ...query });
    const problems = await validate(asked, { whitelist: true, forbidUnknownValues: false });
    return problems.length === 0 ? asked : new this.form();
  }
}

/** The query of an address, checked against a class of rules. Nobody fills it in by hand, so one that breaks them counts as none. */
export const AskedBy = <Asked extends object>(form: FormClass<Asked>): ParameterDecorator =>
  Query(new QueryPipe(form));
