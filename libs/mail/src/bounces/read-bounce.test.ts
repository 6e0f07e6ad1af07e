import { aReport } from './report.builder.js';
import { readBounce } from './read-bounce.js';

const ID = '0b9a3a0e-0000-7000-8000-000000000001@pivotwise.example';

describe('a report of a mail server', () => {
  it('names our email, whether it is for good, and why', async () => {
    expect(await readBounce(aReport({ messageId: ID }))).toEqual({
      messageId: ID,
      permanent: true,
      why: '5.1.1 550 5.1.1 unknown user',
    });
  });

  it('of a delay is not for good', async () => {
    expect(await readBounce(aReport({ messageId: ID, action: 'delayed', status: '4.4.1' }))).toMatchObject({
      permanent: false,
    });
    expect(await readBounce(aReport({ messageId: ID, status: '4.2.2' }))).toMatchObject({ permanent: false });
  });

  it('may hold the headers of our email alone', async () => {
    expect(await readBounce(aReport({ messageId: ID, headersOnly: true }))).toMatchObject({ messageId: ID });
  });

  it('may be cut short within what it quotes of our email', async () => {
    const whole = aReport({ messageId: ID }).toString();
    const cut = Buffer.from(whole.slice(0, whole.indexOf('Subject: Your order')));
    expect(await readBounce(cut)).toMatchObject({ messageId: ID, permanent: true });
  });

  it('is nothing else: no answer of a person, no holiday note, no rubbish', async () => {
    const answer = `From: ada@example.com\r\nSubject: Re: Your order\r\nIn-Reply-To: <${ID}>\r\n\r\nThank you! Status: 5.1.1\r\n`;
    for (const raw of [answer, '', '\0\0\0', 'Action: failed'])
      expect(await readBounce(Buffer.from(raw))).toBeNull();
  });
});
