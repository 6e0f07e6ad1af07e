import { publicName, slugOf } from './public-names.js';

describe('public names', () => {
  it.each([
    ['Registered Nurses', 'Registered nurses'],
    ['Mental Health Counselors', 'Mental health counsellors'],
    [
      'Laborers and Freight, Stock, and Material Movers, Hand',
      'Labourers and freight, stock and material movers, hand',
    ],
    ['English Language', 'English language'],
    [
      'English Language and Literature Teachers, Postsecondary',
      'English language and literature teachers, postsecondary',
    ],
    ['Constructor', 'Constructor'],
  ])('writes %s as %s', (name, expected) => expect(publicName(name)).toBe(expected));

  it('leaves names that are words of the language alone', () => {
    expect(publicName('Constructor of Bridges')).toBe('Constructor of bridges');
    expect(publicName('Senior Constructor')).toBe('Senior constructor');
  });

  it('makes plain slugs', () => {
    expect(slugOf('Police and sheriff’s patrol officers')).toBe('police-and-sheriffs-patrol-officers');
    expect(slugOf('Helpers--electricians')).toBe('helpers-electricians');
    expect(slugOf('Computer systems engineers/architects')).toBe('computer-systems-engineers-architects');
  });
});
