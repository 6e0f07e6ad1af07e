import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator';
import { validateForm } from './validate-form.js';

class ContactForm {
  @IsString({ message: 'Enter your name' })
  @MaxLength(10, { message: 'Use a shorter name' })
  name: string;

  @IsOptional()
  @IsEmail({}, { message: 'Enter an email address like name@example.com' })
  email?: string;
}

describe('validateForm', () => {
  it('trims, drops what it does not know and takes an empty text as not given', async () => {
    const { value } = await validateForm(ContactForm, {
      name: '  Ada ',
      email: ' ',
      admin: 'yes',
      __proto__: { x: 1 },
    });
    expect({ ...value }).toEqual({ name: 'Ada' });
  });

  it.each([
    '{"name":"Ada","constructor":{"a":1}}',
    '{"name":"Ada","email":{"constructor":null,"__proto__":{"x":1}}}',
    `{"name":"Ada","email":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`,
    `{"name":"Ada","x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  ])('is not broken by what only a program sends: %.60s', async (body) => {
    const { value, errors } = await validateForm(ContactForm, JSON.parse(body));
    expect(value?.name ?? errors?.[0]?.field).toMatch(/^(Ada|email)$/);
  });

  it('names every field to put right, once, in the order of the form', async () => {
    const { errors } = await validateForm(ContactForm, { name: 'A name that is too long', email: 'nope' });
    expect(errors).toEqual([
      { field: 'name', message: 'Use a shorter name' },
      { field: 'email', message: 'Enter an email address like name@example.com' },
    ]);
  });

  it.each([[undefined], [null], ['text'], [['a']], [{ name: { nested: 1 } }], [{ name: ['a', 'b'] }]])(
    'refuses %j',
    async (body) => {
      expect((await validateForm(ContactForm, body)).errors?.[0]).toEqual({
        field: 'name',
        message: expect.any(String),
      });
    },
  );
});
