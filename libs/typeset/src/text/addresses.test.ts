import { addressesIn } from './addresses.js';

const urls = (text: string): string[] => addressesIn(text, 'http://localhost:3000').map(({ url }) => url);

describe('addresses in a text', () => {
  it('finds sites, pages and mail boxes without the sign that ends the sentence', () => {
    expect(
      urls('Ask at nationalcareers.service.gov.uk/find-a-course, or write to help@pivotwise.example.'),
    ).toEqual(['https://nationalcareers.service.gov.uk/find-a-course', 'mailto:help@pivotwise.example']);
  });

  it('reaches our own site by its own scheme', () => {
    expect(urls('See localhost:3000/method.')).toEqual(['http://localhost:3000/method']);
  });

  it('takes no abbreviation, figure or end of a sentence for an address', () => {
    expect(urls('e.g. 3.5 hours, B.Sc. or so.Then on')).toEqual([]);
  });
});
