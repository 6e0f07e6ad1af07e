import { DATA_FOLDER, loadDataset } from '@app/occupations';
import { NATIONS } from '../routes/nation.js';
import { employersIn } from './job-boards.js';
import { titlesOfTheirOwn } from '../titles/title-facts.js';
import { readEmploying } from './prepared-employing.js';

/** Boards, registers and employers that are of some nations alone. */
const OF_NATIONS: readonly [RegExp, readonly string[]][] = [
  [/NHS Jobs|LG Jobs|Teaching Vacancies|Care Quality Commission|Arts Council England/, ['England', 'Wales']],
  [
    /CILEX|Council for Licensed Conveyancers|Law Gazette|Find a Solicitor|Joining the Police/,
    ['England', 'Wales'],
  ],
  [/FE Jobs|Be a Councillor/, ['England']],
  [/Government Economic Service|Civil Service Jobs/, ['England', 'Wales', 'Scotland']],
  [/NFU Cymru|WCVA|Care Inspectorate Wales|Visit Wales/, ['Wales']],
  [
    /\bSELECT\b|Lawscotjobs|Scottish (?:Decorators|Bakers|Craft|Joint)|myjobscotland|apply\.jobs\.scot|Goodmoves|Police Scotland|Law Society of Scotland|YouthLink|SNIPEF/,
    ['Scotland'],
  ],
  [
    /HSC Recruit|Community NI|PSNI|RQIA|Translink|Libraries NI|NICS|Education Authority/,
    ['Northern Ireland'],
  ],
];

const { unitGroups } = loadDataset(DATA_FOLDER);

describe('where to look for employers', () => {
  it.each(NATIONS)('names nobody of another nation than %s', (nation) => {
    const foreign = OF_NATIONS.filter(([, nations]) => !nations.includes(nation)).map(([names]) => names);
    const ofTitles = [...titlesOfTheirOwn()].flatMap(([slug, { employers }]) =>
      employers ? [[slug, employers] as const] : [],
    );
    const said = [...readEmploying(unitGroups), ...ofTitles].map(
      ([code, { find }]) => `${code} ${employersIn(find, nation)}`,
    );
    expect(said.filter((words) => foreign.some((names) => names.test(words)))).toEqual([]);
  });

  it('has the board of the nation in place of another’s, and all of them for who did not say where they live', () => {
    const find = 'NHS Jobs and council pages list posts.';
    expect(employersIn(find, 'Wales')).toBe(find);
    expect(employersIn(find, 'Scotland')).toBe(
      'NHS Scotland’s site (apply.jobs.scot.nhs.uk) and council pages list posts.',
    );
    expect(employersIn(find, undefined)).toBe(find);
  });
});
