import { Controller, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator';
import { testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';
import { type Arrived, Form, ValidForm } from './form.js';

class ContactForm {
  @IsEmail({}, { message: 'Enter an email address.' })
  email: string;

  @IsOptional()
  @IsString()
  @MaxLength(10, { message: 'Use a shorter name.' })
  name?: string;
}

@Controller('webhooks')
class TryOutController {
  @Post('shown-again')
  shown(@Form(ContactForm) form: Arrived<ContactForm>): object {
    return form;
  }

  @Post('refused')
  refused(@ValidForm(ContactForm) form: ContactForm): object {
    return { ...form };
  }
}

@Module({ controllers: [TryOutController] })
class TryOutModule {}

describe('a form that arrives', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createHttpApp(TryOutModule, testEnvironment(), { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());
  const send = (url: string, payload?: object | string) =>
    app.inject({
      method: 'POST',
      url: `/webhooks/${url}`,
      headers: { accept: 'application/json' },
      ...(payload !== undefined && { payload }),
    });

  it('is a checked value of its class, without what the class does not name', async () => {
    const answer = await send('shown-again', { email: ' a@b.example\u0000 ', name: '', admin: 'yes' });
    expect(answer.json()).toEqual({ value: { email: 'a@b.example' }, typed: { email: 'a@b.example' } });
  });

  it('is what to put right, with what was typed', async () => {
    const answer = await send('shown-again', { email: 'nope', name: 'far too long a name', admin: 'yes' });
    expect(answer.json()).toEqual({
      errors: [
        { field: 'email', message: 'Enter an email address.' },
        { field: 'name', message: 'Use a shorter name.' },
      ],
      typed: { email: 'nope', name: 'far too long a name' },
    });
  });

  it.each([[undefined], [[]], [['a']], [{ email: { $ne: '' } }], [{ email: ['a@b.example'] }]])(
    'is refused when it is %j',
    async (payload) => {
      const answer = await send('refused', payload);
      expect([answer.statusCode, answer.json()]).toMatchObject([
        422,
        { code: 'form_invalid', detail: 'Enter an email address.' },
      ]);
    },
  );
});
