import { Catalogue } from '../catalogue.js';

/** What people in the UK type, and the occupations that would be right: one of them has to be among the first three. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  // Everyday names
  'bin man': ['refuse-and-recyclable-material-collectors'],
  sparky: ['electrician'],
  chippy: ['carpenter'],
  brickie: ['brickmasons-and-blockmasons'],
  bricky: ['brickmasons-and-blockmasons'],
  builder: ['construction-labourers', 'construction-managers', 'carpenter', 'brickmasons-and-blockmasons'],
  labourer: ['construction-labourers', 'labourers-and-freight-stock-and-material-movers-hand'],
  groundworker: ['construction-labourers', 'operating-engineers-and-other-construction-equipment-operators'],
  'digger driver': ['operating-engineers-and-other-construction-equipment-operators'],
  'tyre fitter': ['tyre-repairers-and-changers'],
  'car mechanic': ['vehicle-technician'],
  'gas engineer': [
    'plumbers-pipefitters-and-steamfitters',
    'heating-air-conditioning-and-refrigeration-mechanics-and-installers',
  ],
  'window cleaner': ['cleaner'],
  caretaker: ['maintenance-and-repair-workers-general', 'cleaner'],
  handyman: ['maintenance-and-repair-workers-general'],
  'dinner lady': ['fast-food-and-counter-workers', 'food-preparation-workers'],
  'lollipop lady': ['crossing-guards-and-flaggers'],
  postie: ['postal-service-mail-carriers'],
  bouncer: ['security-guard'],
  'pub landlord': ['food-service-managers', 'bar-worker'],
  barista: ['baristas'],
  'kitchen porter': ['dishwashers', 'food-preparation-workers'],
  waitress: ['waiter'],
  'cabin crew': ['flight-attendants'],
  'train driver': ['locomotive-engineers'],
  'bus driver': ['bus-drivers-transit-and-intercity'],
  'HGV driver': ['heavy-and-tractor-trailer-truck-drivers'],
  'lorry driver': ['heavy-and-tractor-trailer-truck-drivers'],
  'uber driver': ['taxi-drivers', 'shuttle-drivers-and-chauffeurs'],
  'deliveroo rider': ['delivery-driver', 'couriers-and-messengers'],
  'forklift driver': ['industrial-truck-and-tractor-operators'],
  'warehouse picker': ['warehouse-operative'],
  'shelf stacker': ['warehouse-operative', 'retail-assistant'],
  'checkout assistant': ['cashiers'],
  'shop assistant': ['retail-assistant'],
  'shop manager': ['first-line-supervisors-of-retail-sales-workers'],
  fishmonger: ['meat-poultry-and-fish-cutters-and-trimmers'],
  'factory worker': ['production-operative'],
  'call centre': ['customer-service-adviser'],
  telesales: ['telemarketers'],
  '999 operator': ['public-safety-telecommunicators'],
  PA: [
    'executive-secretaries-and-executive-administrative-assistants',
    'secretaries-and-administrative-assistants-except-legal-medical-and-executive',
  ],
  'office junior': ['office-administrator'],
  'medical secretary': ['medical-secretaries-and-administrative-assistants'],
  recruiter: ['hr-officer'],
  'letting agent': ['estate-agent'],
  'quantity surveyor': ['cost-estimators'],
  'mortgage adviser': ['loan-officers', 'loan-interviewers-and-clerks', 'personal-financial-advisors'],
  'financial adviser': ['personal-financial-advisors'],
  'bank cashier': ['tellers'],
  'business analyst': ['management-analysts', 'business-intelligence-analysts', 'computer-systems-analysts'],
  barrister: ['solicitor'],
  conveyancer: ['solicitor', 'paralegal', 'title-examiners-abstractors-and-searchers'],
  'civil servant': [
    'office-administrator',
    'administrative-services-managers',
    'eligibility-interviewers-government-programmes',
  ],
  undertaker: ['morticians-undertakers-and-funeral-arrangers'],
  vicar: ['clergy'],
  // Health and care
  HCA: ['healthcare-assistant'],
  carer: ['care-worker'],
  'support worker': ['care-worker'],
  physio: ['physical-therapists'],
  OT: ['occupational-therapists'],
  'health visitor': ['nurse', 'community-health-workers'],
  'paediatric nurse': ['nurse'],
  'dental nurse': ['dental-assistants'],
  'vet nurse': ['veterinary-technologists-and-technicians'],
  'junior doctor': [
    'hospitalists',
    'general-internal-medicine-physicians',
    'emergency-medicine-physicians',
    'gp',
  ],
  optician: ['opticians-dispensing', 'optometrists'],
  GP: ['gp'],
  paramedic: ['paramedics'],
  anaesthetist: ['anaesthesiologists'],
  // Schools
  'maths teacher': ['secondary-school-teacher'],
  'PE teacher': ['secondary-school-teacher'],
  'teaching assistant': ['teaching-assistant'],
  TA: ['teaching-assistant'],
  headteacher: ['education-administrators-kindergarten-through-secondary'],
  SENCO: [
    'special-education-teachers-elementary-school',
    'special-education-teachers-secondary-school',
    'special-education-teachers-middle-school',
  ],
  'nursery nurse': ['nursery-worker'],
  childminder: ['nursery-worker'],
  'university lecturer': [
    'health-specialties-teachers-postsecondary',
    'business-teachers-postsecondary',
    'english-language-and-literature-teachers-postsecondary',
    'education-teachers-postsecondary',
  ],
  // Technology
  SRE: ['platform-engineer'],
  devops: ['platform-engineer'],
  sysadmin: ['network-and-computer-systems-administrators'],
  'QA tester': ['software-quality-assurance-analysts-and-testers'],
  'product owner': ['it-project-manager', 'computer-systems-analysts', 'project-management-specialists'],
  'UX designer': ['web-and-digital-interface-designers'],
  'IT support': ['it-support-technician'],
  'frontend developer': ['web-developers', 'software-developer'],
  // Public safety
  fireman: ['firefighters'],
  PCSO: ['police-officer'],
  'traffic warden': ['parking-enforcement-workers'],
  // Typing mistakes
  accountent: ['accountants-and-auditors'],
  plumer: ['plumbers-pipefitters-and-steamfitters'],
  electrican: ['electrician'],
  recepionist: ['receptionist'],
  hairdreser: ['hairdressers-hairstylists-and-cosmetologists'],
  solicter: ['solicitor'],
  secratary: [
    'secretaries-and-administrative-assistants-except-legal-medical-and-executive',
    'executive-secretaries-and-executive-administrative-assistants',
    'legal-secretaries-and-administrative-assistants',
  ],
  'sofware engineer': ['software-developer'],
  'teaching assitant': ['teaching-assistant'],
  'primary school techer': ['primary-school-teacher'],
};

describe('a hundred queries as people in the UK type them', () => {
  const catalogue = Catalogue.load();

  it('asks a hundred, and every answer exists', () => {
    expect(Object.keys(QUERIES)).toHaveLength(100);
    const unknown = [...new Set(Object.values(QUERIES).flat())].filter((slug) => !catalogue.bySlug(slug));
    expect(unknown).toEqual([]);
  });

  it('has the right occupation among the first three for at least 95', () => {
    const failures = Object.entries(QUERIES).flatMap(([query, right]) => {
      const found = catalogue.search(query, 3).map(({ slug }) => slug);
      return found.some((slug) => right.includes(slug))
        ? []
        : [`“${query}” found ${found.join(', ') || 'nothing'}`];
    });
    if (failures.length > 5) throw new Error(`${failures.length} of 100 failed:\n${failures.join('\n')}`);
  });

  it('takes less than 5 ms for the median query once the index is warm', () => {
    catalogue.search('warm');
    const times = Object.keys(QUERIES).map((query) => {
      const start = performance.now();
      catalogue.search(query);
      return performance.now() - start;
    });
    expect(times.sort((a, b) => a - b)[50]).toBeLessThan(5);
  });
});
