import { Transform } from 'class-transformer';
import { IsString } from 'class-validator';
import { amountOf } from './amount.js';

/** A line of text, cleaned of what cannot be seen and cut at its longest; '' when it is not a text. */
export const tidyLine = (value: unknown, longest: number): string =>
  typeof value === 'string'
    ? value
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .trim()
        .normalize('NFC')
        .slice(0, longest)
    : '';

/** A field of one line: see {@link tidyLine}. */
export const Line = (longest: number): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => tidyLine(value, longest));

/** A field that may be sent several times, as a list. */
export const Several = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => [value].flat().filter((each) => each !== ''));

/** A number as people write it (see {@link amountOf}); NaN for anything else, which the checks refuse. */
export const Amount = (around = ''): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => {
    if (value === undefined || value === null) return undefined;
    return typeof value === 'string' ? amountOf(value, around) : NaN;
  });

/** Fields of a form class that gather others, by the prototype they stand on. */
const gathering = new WeakMap<object, { readonly property: string; readonly prefix: string }[]>();

/**
 * Every field whose name begins so, by the rest of its name: for forms whose rows depend on the person. The body must have gone through
 * {@link gathered} before.
 */
export const FieldsBeginning =
  (prefix: string, longest = 40): PropertyDecorator =>
  (target, property) => {
    gathering.set(target, [...(gathering.get(target) ?? []), { property: String(property), prefix }]);
    Transform(
      ({ value }: { value: object }) =>
        new Map(Object.entries(value).map(([name, each]) => [name, tidyLine(each, longest)])),
    )(target, property);
    IsString({ each: true })(target, property);
  };

/** The body with the fields that a form class gathers put together; class-transformer can only change a field that is there. */
export function gathered(form: new () => object, body: unknown): unknown {
  const wanted = gathering.get(form.prototype as object);
  if (!wanted) return body;
  const fields = Object.entries({ ...(body as object | undefined) });
  const together = wanted.map(({ property, prefix }): [string, object] => [
    property,
    Object.fromEntries(
      fields
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), value]),
    ),
  ]);
  return Object.fromEntries([...fields, ...together]);
}
