import { ValidateBy } from 'class-validator';

/** A field for a text that has nothing wrong with it by `problem`, whose words are shown otherwise. */
export const CheckedBy = (problem: (text: string) => string | undefined): PropertyDecorator => {
  const words = (value: unknown): string | undefined => problem(typeof value === 'string' ? value : '');
  return ValidateBy({
    name: 'checkedBy',
    validator: {
      validate: (value) => words(value) === undefined,
      defaultMessage: (given) => words(given?.value) ?? '',
    },
  });
};
