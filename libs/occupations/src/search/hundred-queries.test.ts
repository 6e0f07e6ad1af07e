import { Catalogue } from '../catalogue.js';

/** What people in the UK type, and the occupations that would be right: one of them has to be among the first three. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  // Everyday names
  'bin man': ['refuse-and-recycling-collectors'],
  sparky: ['electrician'],
  chippy: ['carpenter'],
  brickie: ['bricklayer'],
  bricky: ['bricklayer'],
  builder: ['construction-labourers', 'construction-site-manager', 'carpenter', 'bricklayer'],
  labourer: ['construction-labourers', 'goods-handlers-and-loaders'],
  groundworker: ['construction-labourers', 'construction-plant-operators'],
  'digger driver': ['construction-plant-operators'],
  'tyre fitter': ['tyre-fitters'],
  'car mechanic': ['vehicle-technician'],
  'gas engineer': ['heating-engineer'],
  'window cleaner': ['cleaner'],
  caretaker: ['general-maintenance-workers', 'cleaner'],
  handyman: ['general-maintenance-workers'],
  'dinner lady': ['fast-food-and-counter-staff', 'kitchen-assistant'],
  'lollipop lady': ['school-crossing-patrols-and-traffic-marshals'],
  postie: ['postal-worker'],
  bouncer: ['security-guard'],
  'pub landlord': ['restaurant-and-catering-managers', 'bar-worker'],
  barista: ['barista'],
  'kitchen porter': ['kitchen-porters', 'kitchen-assistant'],
  waitress: ['waiter'],
  'cabin crew': ['cabin-crew'],
  'train driver': ['train-driver'],
  'bus driver': ['bus-driver'],
  'HGV driver': ['hgv-driver'],
  'lorry driver': ['hgv-driver'],
  'uber driver': ['taxi-driver', 'chauffeurs-and-shuttle-drivers'],
  'deliveroo rider': ['delivery-driver', 'couriers-and-messengers'],
  'forklift driver': ['forklift-driver'],
  'warehouse picker': ['warehouse-operative'],
  'shelf stacker': ['warehouse-operative', 'retail-assistant'],
  'checkout assistant': ['checkout-operator'],
  'shop assistant': ['retail-assistant'],
  'shop manager': ['retail-supervisors'],
  fishmonger: ['meat-poultry-and-fish-cutters'],
  'factory worker': ['production-operative'],
  'call centre': ['customer-service-adviser'],
  telesales: ['telesales-agents'],
  '999 operator': ['emergency-call-handlers'],
  PA: ['personal-assistant', 'secretary'],
  'office junior': ['office-administrator'],
  'medical secretary': ['medical-secretary'],
  recruiter: ['recruitment-consultant'],
  'letting agent': ['estate-agent'],
  'quantity surveyor': ['quantity-surveyor'],
  'mortgage adviser': ['loan-officers', 'loan-application-clerks', 'financial-adviser'],
  'financial adviser': ['financial-adviser'],
  'bank cashier': ['bank-adviser'],
  'business analyst': ['business-analyst'],
  barrister: ['solicitor'],
  conveyancer: ['solicitor', 'paralegal', 'property-title-searchers'],
  'civil servant': ['civil-service-administrative-officer', 'civil-service-executive-officer'],
  undertaker: ['funeral-directors-and-arrangers'],
  vicar: ['clergy'],
  // Health and care
  HCA: ['healthcare-assistant'],
  carer: ['care-worker'],
  'support worker': ['support-worker'],
  physio: ['physiotherapist'],
  OT: ['occupational-therapist'],
  'health visitor': ['nurse', 'community-health-workers'],
  'paediatric nurse': ['nurse'],
  'dental nurse': ['dental-nurse'],
  'vet nurse': ['veterinary-nurses'],
  'junior doctor': [
    'general-hospital-doctors',
    'general-internal-medicine-doctors',
    'emergency-medicine-doctors',
    'gp',
  ],
  optician: ['dispensing-opticians', 'optometrists'],
  GP: ['gp'],
  paramedic: ['paramedic'],
  anaesthetist: ['anaesthetists'],
  // Schools
  'maths teacher': ['secondary-school-teacher'],
  'PE teacher': ['secondary-school-teacher'],
  'teaching assistant': ['teaching-assistant'],
  TA: ['teaching-assistant'],
  headteacher: ['head-teachers-and-school-leaders'],
  SENCO: [
    'special-needs-teachers-in-primary-schools',
    'special-needs-teachers-in-secondary-schools',
    'special-needs-teachers-in-lower-secondary-schools',
  ],
  'nursery nurse': ['nursery-worker'],
  childminder: ['nursery-worker'],
  'university lecturer': ['university-lecturer'],
  // Technology
  SRE: ['platform-engineer'],
  devops: ['platform-engineer'],
  sysadmin: ['network-and-computer-systems-administrators'],
  'QA tester': ['test-engineer'],
  'product owner': ['it-project-manager', 'business-analyst', 'project-manager'],
  'UX designer': ['web-and-digital-interface-designers'],
  'IT support': ['it-support-technician'],
  'frontend developer': ['web-developer', 'software-developer'],
  // Public safety
  fireman: ['firefighter'],
  PCSO: ['police-officer'],
  'traffic warden': ['parking-enforcement-officers'],
  // Typing mistakes
  accountent: ['accountant'],
  plumer: ['plumber'],
  electrican: ['electrician'],
  recepionist: ['receptionist'],
  hairdreser: ['hairdresser'],
  solicter: ['solicitor'],
  secratary: ['secretary', 'personal-assistant', 'legal-secretary'],
  'sofware engineer': ['software-developer'],
  'teaching assitant': ['teaching-assistant'],
  'primary school techer': ['primary-school-teacher'],
};

describe('a hundred queries as people in the UK type them', () => {
  const catalogue = Catalogue.load();
  /** Unit group of a page, or of where a former address leads: anything inside a right unit group is right. */
  const unitOf = (slug: string): string | undefined =>
    catalogue.bySlug(catalogue.redirectFor(slug) ?? slug)?.code.slice(0, 4);

  it('asks a hundred, and every answer exists', () => {
    expect(Object.keys(QUERIES)).toHaveLength(100);
    const unknown = [...new Set(Object.values(QUERIES).flat())].filter((slug) => unitOf(slug) === undefined);
    expect(unknown).toEqual([]);
  });

  it('has the right occupation among the first three for at least 95', () => {
    const failures = Object.entries(QUERIES).flatMap(([query, right]) => {
      const found = catalogue.search(query, 3).map(({ slug }) => slug);
      const units = right.map(unitOf);
      return found.some((slug) => right.includes(slug) || units.includes(unitOf(slug)))
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
