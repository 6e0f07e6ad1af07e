import { IsUUID, validate } from 'class-validator';
import { thrownError } from './thrown-error.js';

class Thing {
  @IsUUID()
  id = 'no';
}

const circle: Record<string, unknown> = {};
circle['self'] = circle;

it.each<[string, unknown, RegExp]>([
  ['an error', new Error('The printer is out of paper'), /^The printer is out of paper$/],
  ['an error without a message', new TypeError(''), /TypeError/],
  ['a refused connection', new AggregateError([new Error('ECONNREFUSED ::1')], ''), /ECONNREFUSED ::1/],
  ['an error whose cause has the words', new Error('', { cause: new Error('disk full') }), /disk full/],
  ['an array', ['first', new Error('second'), { message: 'third' }], /^first; second; third$/],
  ['an empty array', [], /no words/],
  ['an object', { code: 17 }, /"code":17/],
  ['an object that holds itself', circle, /an object of Object/],
  ['words', 'no more stamps', /^no more stamps$/],
  ['nothing', undefined, /^undefined was thrown$/],
])('%s keeps its words', (_what, thrown, words) => {
  expect(thrownError(thrown).message).toMatch(words);
});

it('the refusals of class-validator keep theirs', async () => {
  expect(thrownError(await validate(new Thing())).message).toBe('id must be a UUID');
});

it('an error stays the error it is, with its stack', () => {
  const error = new Error('seen');
  expect(thrownError(error)).toBe(error);
});
