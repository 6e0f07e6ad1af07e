import { inSentence, listWords, withArticle } from './words.js';

it.each([
  ['Accountant', 'an accountant'],
  ['Nurse', 'a nurse'],
  ['HR officer', 'an HR officer'],
  ['HGV driver', 'an HGV driver'],
  ['IT manager', 'an IT manager'],
  ['LGV driver', 'an LGV driver'],
  ['MRI radiographer', 'an MRI radiographer'],
  ['NHS manager', 'an NHS manager'],
  ['SEN teacher', 'an SEN teacher'],
  ['UK sales manager', 'a UK sales manager'],
  ['PE teacher', 'a PE teacher'],
  ['GP', 'a GP'],
  ['MP', 'an MP'],
  ['X-ray technician', 'an X-ray technician'],
  ['University lecturer', 'a university lecturer'],
  ['Union official', 'a union official'],
  ['Uninsured loss adviser', 'an uninsured loss adviser'],
  ['Undertaker', 'an undertaker'],
  ['Upholsterer', 'an upholsterer'],
  ['Usher', 'an usher'],
  ['User researcher', 'a user researcher'],
  ['Utilities engineer', 'a utilities engineer'],
  ['European patent attorney', 'a European patent attorney'],
  ['One-to-one tutor', 'a one-to-one tutor'],
  ['Hourly-paid lecturer', 'an hourly-paid lecturer'],
  ['Housekeeper', 'a housekeeper'],
  ['English teacher', 'an English teacher'],
  ['Online seller', 'an online seller'],
])('%s: %s', (title, words) => {
  expect(withArticle(title)).toBe(words);
});

it('leaves capitals that are not just the first letter’s', () => {
  expect(
    ['MLOps engineer', 'Data scientist', 'Welsh translator', 'A-level examiner'].map(inSentence),
  ).toEqual(['MLOps engineer', 'data scientist', 'Welsh translator', 'A-level examiner']);
});

it('keeps names with an "and" of their own apart in a list', () => {
  expect(listWords(['speaking', 'negotiation', 'writing'])).toBe('speaking, negotiation and writing');
  expect(listWords(['psychology', 'medicine and dentistry'])).toBe('psychology, and medicine and dentistry');
  expect(listWords(['“VAT and returns”', '“month end”'])).toBe('“VAT and returns” and “month end”');
});
