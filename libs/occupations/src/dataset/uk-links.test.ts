import { loadDataset } from './load-dataset.js';

/** Read by hand: the unit group a British reader would look for. A list means that any of them may lead. */
const PAIRS: readonly (readonly [code: string, work: string, unitGroups: string])[] = [
  ['11-1011.00', 'chief executive', '1111'],
  ['11-2022.00', 'sales manager', '3556'],
  ['11-3021.00', 'IT manager', '2132 1137'],
  ['11-3031.00', 'financial manager', '1131'],
  ['11-3121.00', 'human resources manager', '1136'],
  ['11-9021.00', 'construction manager', '1122'],
  ['11-9051.00', 'restaurant manager', '1222'],
  ['13-1071.00', 'HR officer', '3571'],
  ['13-1111.00', 'management consultant', '2431'],
  ['13-2011.00', 'accountant', '2421'],
  ['15-1211.00', 'systems analyst', '2133'],
  ['15-1212.00', 'cyber security analyst', '2135'],
  ['15-1221.00', 'machine learning engineer', '2134'],
  ['15-1232.00', 'IT support', '3132'],
  ['15-1252.00', 'software developer', '2134'],
  ['15-1253.00', 'software tester', '2136'],
  ['15-1255.00', 'web designer', '2141'],
  ['15-1299.08', 'solutions architect', '2133'],
  ['15-2011.00', 'actuary', '2433'],
  ['15-2051.00', 'data scientist', '2433 3544'],
  ['17-1011.00', 'architect', '2451'],
  ['17-2031.00', 'biomedical engineer', '2129'],
  ['17-2051.00', 'civil engineer', '2121'],
  ['17-2071.00', 'electrical engineer', '2123'],
  ['17-2141.00', 'mechanical engineer', '2122'],
  ['19-2031.00', 'chemist', '2111'],
  ['21-1021.00', 'children’s social worker', '2461'],
  ['21-2011.00', 'clergy', '2463'],
  ['23-1011.00', 'solicitor', '2412'],
  ['23-2011.00', 'paralegal', '3520'],
  ['25-2021.00', 'primary school teacher', '2314'],
  ['25-2031.00', 'secondary school teacher', '2313'],
  ['25-4022.00', 'librarian', '2471'],
  ['25-9042.00', 'teaching assistant', '6112'],
  ['27-1024.00', 'graphic designer', '2142'],
  ['27-3023.00', 'journalist', '2492'],
  ['27-3091.00', 'translator', '3412'],
  ['29-1051.00', 'pharmacist', '2251'],
  ['29-1123.00', 'physiotherapist', '2221'],
  ['29-1127.00', 'speech and language therapist', '2223'],
  ['29-1131.00', 'vet', '2240'],
  ['29-1141.00', 'nurse', '2231 2232 2233 2234 2235 2236 2237'],
  ['29-1161.00', 'midwife', '2231'],
  ['29-1215.00', 'GP', '2211'],
  ['29-2043.00', 'paramedic', '2255'],
  ['31-1121.00', 'home carer', '6135'],
  ['31-1131.00', 'healthcare assistant', '6131'],
  ['31-9091.00', 'dental nurse', '6133'],
  ['33-2011.00', 'firefighter', '3313'],
  ['33-3051.00', 'police officer', '3312'],
  ['35-1011.00', 'chef', '5434'],
  ['35-3031.00', 'waiter', '9264'],
  ['37-2011.00', 'cleaner', '9223'],
  ['39-5011.00', 'barber', '6221'],
  ['41-2011.00', 'checkout operator', '7112'],
  ['41-2031.00', 'sales assistant', '7111'],
  ['41-9022.00', 'estate agent', '3555'],
  ['43-3031.00', 'bookkeeper', '4122'],
  ['43-4051.00', 'customer service adviser', '7219 7211'],
  ['43-4171.00', 'receptionist', '4216'],
  ['43-6013.00', 'medical secretary', '4211'],
  ['47-2031.00', 'carpenter', '5316'],
  ['47-2111.00', 'electrician', '5241'],
  ['47-2152.00', 'plumber', '5315'],
  ['49-3023.00', 'car mechanic', '5231'],
  ['51-3011.00', 'baker', '8111 5432'],
  ['53-3032.00', 'HGV driver', '8211'],
  ['53-3054.00', 'taxi driver', '8213'],
];

describe('links to UK unit groups', () => {
  const dataset = loadDataset();

  it.each(PAIRS)('leads %s (%s) to %s', (code, _work, unitGroups) => {
    expect(unitGroups.split(' ')).toContain(dataset.occupations.get(code)?.unitGroups[0]?.code);
  });

  it('reaches a unit group from at least 95 % of the occupations, and most of them well', () => {
    const all = [...dataset.occupations.values()];
    expect(all.filter(({ unitGroups }) => unitGroups.length > 0).length / all.length).toBeGreaterThanOrEqual(
      0.95,
    );
    expect(
      all.filter(({ ukConfidence }) => ukConfidence === 'good').length / all.length,
    ).toBeGreaterThanOrEqual(0.7);
  });

  it('gives every link weights that sum to 1, the heaviest first', () => {
    for (const { unitGroups } of dataset.occupations.values()) {
      expect(unitGroups.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 3);
      expect(unitGroups[0]?.weight).toBe(Math.max(...unitGroups.map(({ weight }) => weight)));
    }
  });

  it('covers at least 95 % of UK jobs and counts none twice', () => {
    const people = [...dataset.unitGroups.values()].reduce((sum, { jobs }) => sum + jobs, 0);
    const covered = [...dataset.occupations.values()].reduce((sum, { ukJobs }) => sum + ukJobs, 0);
    expect(covered / people).toBeGreaterThanOrEqual(0.95);
    expect(covered / people).toBeLessThanOrEqual(1.0001);
  });
});
