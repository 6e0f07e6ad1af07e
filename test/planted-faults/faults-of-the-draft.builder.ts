import { AMARA } from '../../libs/blueprint/src/people.builder.js';
import { DraftOf } from './draft.builder.js';
import { change, foreign, type Plant, recent, withPath, withResult } from './plant.builder.js';

/** Amara's draft with a first path that breaks a limit of hers, as a reviewer chose it. */
async function beyondLimits(amara: DraftOf): Promise<DraftOf> {
  const { scorer } = amara.fixtures;
  const slug =
    scorer.candidates(amara.person.answers).find(({ limits }) => limits.length > 0)?.path.slug ?? '';
  const [, ...rest] = amara.snapshot.paths;
  const wanted = {
    recommended: 'path' as const,
    paths: [slug, ...rest.map((path) => path.slug)],
    reason: 'They asked about it twice in their answers.',
    inSpite: 'They can train for longer than they said.',
  };
  return await DraftOf.person({ ...amara.person, wanted });
}

/** Drafts that say what is not true of this person, or of the world. */
export const FAULTS_OF_THE_DRAFT: Readonly<Record<string, Plant>> = {
  'a score that the answers do not give': {
    check: 'score',
    page: 1,
    says: /the answers give 49\.1; the draft says 44\.0/,
    plant: ({ amara }) => change(amara, withResult({ score: 44 })),
  },
  'a likely range that the answers do not give': {
    check: 'score',
    page: 2,
    says: /the answers give a likely range of .*; the draft says 45\.0–52\.0/,
    plant: ({ amara }) => change(amara, withResult({ interval: { low: 45, high: 52 } })),
  },
  'a percentile that the employment figures do not give': {
    check: 'score',
    page: 2,
    says: /78\.6 % of UK workers are in less exposed work; the draft says 66\.0 %/,
    plant: ({ amara }) => change(amara, withResult({ percentile: 66 })),
  },
  'a match that the answers do not give': {
    check: 'score',
    page: 10,
    says: /the draft says 99 %/,
    plant: ({ amara }) =>
      change(
        amara,
        withPath(1, () => ({ matchPercent: 99 })),
      ),
  },
  'a window that a sentence contradicts': {
    check: 'window',
    page: 6,
    says: /2041 is named, which is outside the window/,
    plant: ({ amara }) =>
      change(amara, (snapshot) =>
        withResult({
          window: { ...snapshot.result.window, sentence: 'Half of the week is safe until 2041.' },
        })(snapshot),
      ),
  },
  'a window that the answers do not give': {
    check: 'window',
    page: 6,
    says: /the answers give “now to early 2030s”; the draft says “more than 10 years”/,
    plant: ({ amara }) =>
      change(amara, (snapshot) =>
        withResult({ window: { ...snapshot.result.window, words: 'more than 10 years' } })(snapshot),
      ),
  },
  'an invented employer': {
    check: 'employers',
    page: 13,
    says: /Northbrook Analytics Ltd is not in our register of employers/,
    plant: ({ amara }) =>
      change(
        amara,
        withPath(0, ({ employers }) => ({
          employers: employers.map((one, at) =>
            at === 0 ? { ...one, name: 'Northbrook Analytics Ltd' } : one,
          ),
        })),
      ),
  },
  'an employer without evidence': {
    check: 'employers',
    page: 13,
    says: /without a basis, size or date/,
    plant: ({ amara }) =>
      change(
        amara,
        withPath(0, ({ employers }) => ({ employers: employers.map((one) => ({ ...one, basis: '' })) })),
      ),
  },
  'a company written into a sentence': {
    check: 'strangers',
    page: 2,
    says: /“Northbrook Analytics Ltd” is named, which the draft does not know/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        reasons: ['Northbrook Analytics Ltd would take you.', ...snapshot.reasons.slice(1)],
      })),
  },
  'a path without its licence': {
    check: 'licences',
    page: 9,
    says: /needs a licence or registration that is not named: Disclosure Scotland\.$/,
    plant: ({ nurse }) => {
      const place = licensed(nurse);
      return change(nurse, (snapshot) => {
        const path = snapshot.paths[place];
        if (!path?.route) throw new Error('the nurse has no path with a licence');
        const { regulator: _gone, ...entry } = path.entry;
        const first = { ...path, entry, route: { ...path.route, law: [], asked: [], pages: [] } };
        return { ...snapshot, paths: [first, ...snapshot.paths.filter((one) => one !== path)] };
      });
    },
  },
  'pay of the wrong group': {
    check: 'pay',
    page: 13,
    says: /is that of .*; its group is /,
    plant: ({ amara }) =>
      change(
        amara,
        withPath(0, () => ({ pay: amara.snapshot.paths[1]?.pay ?? null })),
      ),
  },
  'pay of another region': {
    check: 'pay',
    page: 13,
    says: /pay for the person’s own role is that of/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        pay: { ...snapshot.pay, now: snapshot.pay.now && { ...snapshot.pay.now, median: 41_000 } },
      })),
  },
  'sentences of a draft about other work': {
    check: 'duplicates',
    page: 14,
    says: /100 % of its sentences stand in PW-AAAA-BBBB/,
    plant: ({ amara, nurse }) =>
      change(amara, (snapshot) => ({ ...snapshot, plan: nurse.snapshot.plan }), {
        recent: [recent(foreign(amara, nurse))],
      }),
  },
  'a tool that nobody has checked for a year': {
    check: 'sources',
    page: 5,
    says: /was last checked in 2025-08, more than 12 months ago/,
    todo: /edit the sentence out\.$/,
    plant: ({ amara }) =>
      change(amara, (snapshot) =>
        withResult({
          tasks: snapshot.result.tasks.map((task) => ({
            ...task,
            tools: task.tools.map((tool) => ({ ...tool, checked: '2025-08' })),
          })),
        })(snapshot),
      ),
  },
  'a figure changed by an edit': {
    check: 'edits',
    page: 2,
    says: /an edit changed figures: 44/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => {
        const [draft = ''] = snapshot.reasons;
        return { ...snapshot, edits: [{ page: 2, draft, text: `${draft} That is 44.` }] };
      }),
  },
  'a returned draft that comes back as it was': {
    check: 'returned',
    says: /It says the same as before, and version 1 was returned: “too vague”/,
    plant: ({ amara }) =>
      amara.checks({ facts: { returned: { version: 1, reason: 'too vague', unchanged: true, asked: [] } } }),
  },
  'a returned draft that says something else now': {
    check: 'returned',
    level: 'amber',
    says: /Version 1 was returned: “too vague”/,
    plant: ({ amara }) =>
      amara.checks({ facts: { returned: { version: 1, reason: 'too vague', unchanged: false, asked: [] } } }),
  },
  'a page that stands as it was, although it was asked to change': {
    check: 'returned',
    level: 'amber',
    page: 9,
    says: /it says the same as in version 1, of which was asked: “Say what it costs\.”/,
    plant: ({ amara }) => {
      const asked = [{ page: 9, words: 'Say what it costs.', same: true }];
      return amara.checks({
        facts: { returned: { version: 1, reason: 'too vague', unchanged: false, asked } },
      });
    },
  },
  'answers that do not go together': {
    check: 'answers',
    level: 'amber',
    says: /left it so: “You said 45 years in this kind of work, and that you are starting out\. Are both right”/,
    plant: ({ amara }) =>
      amara.checks({ facts: { answers: { ...AMARA.answers, level: 'junior', years: 45 } } }),
  },
  'paths in another order than the ranking gives, chosen by nobody': {
    check: 'choice',
    page: 8,
    says: /not those of the ranking, and nobody chose them/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({ ...snapshot, paths: [...snapshot.paths].reverse() })),
  },
  'a chosen path that hides the limit it breaks': {
    check: 'choice',
    page: 9,
    says: /it does not say which limit .* breaks/,
    plant: async ({ amara }) => {
      const draft = await beyondLimits(amara);
      return change(
        draft,
        withPath(0, ({ why }) => ({ why: why.slice(1) })),
      );
    },
  },
  'a chosen path that breaks a limit': {
    check: 'choice',
    page: 9,
    level: 'amber',
    says: /breaks a limit: /,
    plant: async ({ amara }) => (await beyondLimits(amara)).checks(),
  },
  'a source of an older release': {
    check: 'sources',
    page: 15,
    says: /is of 2019; .* is the newest we hold/,
    todo: /^Return the draft: /,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        sources: snapshot.sources.map((source) => ({ ...source, release: '2019' })),
      })),
  },
  'a plan of more hours than they have': {
    check: 'plan',
    page: 14,
    says: /week 1 asks for [\d.]+ hours; they have 5/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        plan: {
          ...snapshot.plan,
          weeks: snapshot.plan.weeks.map((week) => ({
            ...week,
            actions: week.actions.map((action) => ({ ...action, hours: action.hours + 9 })),
          })),
        },
      })),
  },
  'limits that another person named': {
    check: 'plan',
    page: 13,
    says: /the lowest pay is not the one they named/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({ ...snapshot, limits: { ...snapshot.limits, lowestPay: 20_000 } })),
  },
  'a template that filled nothing in': {
    check: 'phrases',
    page: 2,
    says: /“undefined” stands in the text/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        reasons: ['Because undefined.', ...snapshot.reasons.slice(1)],
      })),
  },
  'answers that are gone': {
    check: 'score',
    says: /could not be worked out again: the answers were erased/,
    plant: ({ amara }) =>
      amara.checks({ facts: { recomputed: { impossible: 'the answers were erased' }, answers: null } }),
  },
  'a learning route that nobody dated': {
    check: 'sources',
    page: 12,
    says: /has no date of checking/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        learning: snapshot.learning.map((step) => ({ ...step, checked: '' })),
      })),
  },
  'a promise that nobody can keep': {
    check: 'phrases',
    page: 2,
    level: 'amber',
    says: /“guaranteed” stands in the text/,
    plant: ({ amara }) =>
      change(amara, (snapshot) => ({
        ...snapshot,
        reasons: ['A job is guaranteed.', ...snapshot.reasons.slice(1)],
      })),
  },
  'a plan whose first week has passed': {
    check: 'plan-dates',
    page: 14,
    level: 'amber',
    says: /the plan begins on 2026-11-30, before today/,
    plant: ({ amara }) => amara.checks({ facts: { today: '2026-12-02' } }),
  },
  'a path that pays less than the person needs': {
    check: 'advice',
    page: 9,
    level: 'amber',
    says: /earn less than the person needs/,
    plant: ({ amara }) => {
      const limits = { ...amara.snapshot.limits, lowestPay: 250_000 };
      return change(amara, (snapshot) => ({ ...snapshot, recommended: 'path', limits }));
    },
  },
};

/** The place of the first path whose register the law asks for. */
const licensed = ({ snapshot }: DraftOf): number =>
  Math.max(
    0,
    snapshot.paths.findIndex(({ route }) =>
      route?.law.some((law) => law.includes('Nursing and Midwifery Council')),
    ),
  );
