/**
 * Names of O*NET elements that nobody outside it would use, or that are no nouns, in words of our own that a sentence can hold. The others stand as
 * they are.
 */
const PLAIN: Readonly<Record<string, string>> = {
  'Active learning': 'Learning on the job',
  'Active listening': 'Listening',
  Administrative: 'Office administration',
  'Customer and personal service': 'Serving people',
  'Equipment selection': 'Choosing tools and equipment',
  'Law and government': 'Law and rules',
  'Management of financial resources': 'Managing money',
  'Management of material resources': 'Managing equipment and stock',
  'Management of personnel resources': 'Managing people',
  Mechanical: 'Machines and tools',
  Monitoring: 'Checking how work is going',
  'Operation and control': 'Controlling machines or vehicles',
  'Operations analysis': 'Finding out what users need',
  'Operations monitoring': 'Watching gauges and load',
  'Personnel and human resources': 'Hiring and looking after staff',
  'Production and processing': 'Making and processing goods',
  'Quality control analysis': 'Checking quality',
  'Service orientation': 'Helping people',
  'Social perceptiveness': 'Noticing how people feel',
  'Systems analysis': 'Seeing how a system fits together',
  'Systems evaluation': 'Judging how well a system works',
  'Technology design': 'Adapting tools and technology',
  Transportation: 'Transport',
  Troubleshooting: 'Finding faults',
};

/** A skill or field of knowledge by the name that a sentence can hold. */
export const elementName = (name: string): string => PLAIN[name] ?? name;
