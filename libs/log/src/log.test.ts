import { createLog } from './log.js';

/** What a log would have written. */
function written(say: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  say(createLog('site', 'info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('says what broke and where', () => {
    const text = written((log) =>
      log.error({ err: new Error('template x.liquid is missing') }, 'request failed'),
    );
    expect(text).toContain('template x.liquid is missing');
    expect(text).toContain('log.test.ts');
  });

  it('repeats no address of email, however it came into the words', () => {
    const words = '550 <ada.o-b+x@mail.example.com>: no such user; ada@example.com/ADA@EXAMPLE.COM';
    const text = written((log) => {
      log.error(`Failed task 7: ${words}`);
      log.warn({ err: new Error(words, { cause: new Error(words) }) }, words);
      log.info('at node_modules/@nestjs/core/x.js of @app/log');
    });
    expect(text).not.toMatch(/ada|example/i);
    expect(text.match(/550 <…@…>: no such user/g)).toHaveLength(4);
    expect(text).toContain('node_modules/@nestjs/core/x.js of @app/log');
  });

  it('repeats nothing that a person typed into the database', () => {
    const driverError = Object.assign(new Error('duplicate key'), {
      detail: 'Key (email)=(ada@example.com) already exists.',
    });
    const error = Object.assign(new Error('invalid input: "ada@example.com"'), {
      driverError,
      code: '23505',
      constraint: 'orders_email_key',
      parameters: ['ada@example.com'],
      query: 'insert …',
    });
    const text = written((log) =>
      log.error({ err: error, user: { email: 'ada@example.com' } }, 'request failed'),
    );
    expect(text).not.toContain('ada@example.com');
    expect(text).toContain('orders_email_key');
    expect(text).toContain('23505');
  });
});
