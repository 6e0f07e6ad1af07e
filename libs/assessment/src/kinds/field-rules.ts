import { ArrayMaxSize, IsIn, IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { SECTORS } from '@app/occupations';
import type { ChoiceEntry, FieldEntry } from '../content/field-entry.js';
import { Amount, Several } from './form-fields.js';

/** What a field holds when it is not blank. */
export type FieldValue = string | number | readonly string[];
export type FieldsForm = Readonly<Record<string, FieldValue | undefined>>;

/** The choices of a field, its own or a list of the catalogue's. */
export const choicesOf = ({
  choices = [],
  choicesFrom,
}: FieldEntry): readonly Pick<ChoiceEntry, 'id' | 'words'>[] =>
  choicesFrom === 'sectors' ? Object.entries(SECTORS).map(([id, words]) => ({ id, words })) : choices;

/** A class with the rules of these fields. Make it once a question: class-validator keeps every class it has seen. */
export function formOf(fields: readonly FieldEntry[]): new () => FieldsForm {
  class Form {}
  for (const field of fields) {
    for (const rule of rulesOf(field)) rule(Form.prototype, field.id);
    IsOptional()(Form.prototype, field.id);
  }
  return Form as new () => FieldsForm;
}

/** The first that is broken is the one that is told. */
function rulesOf(field: FieldEntry): PropertyDecorator[] {
  const said = { message: field.refused ?? '' };
  const around = `${field.before ?? ''} ${field.after ?? ''}`.trim();
  switch (field.kind) {
    case 'whole':
      return [IsNumber({ allowNaN: false }, said), ...bounds(field), IsInt(said), Amount(around)];
    case 'decimal':
      return [IsNumber({ allowNaN: false }, said), ...bounds(field), Amount(around)];
    case 'choice':
    case 'select':
      return [
        IsIn(
          choicesOf(field).map(({ id }) => id),
          said,
        ),
      ];
    case 'ticks': {
      const ids = choicesOf(field).map(({ id }) => id);
      return [IsIn(ids, { each: true, ...said }), ArrayMaxSize(ids.length, said), Several()];
    }
  }
}

const bounds = ({ least, most }: FieldEntry): PropertyDecorator[] => [
  ...(most ? [Max(most.is, { message: most.refused })] : []),
  ...(least ? [Min(least.is, { message: least.refused })] : []),
];
