import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { Catalogue } from './catalogue.js';
import { loadContent } from './content/load-content.js';
import { DATA_FOLDER } from './dataset/index.js';
import { bandWord } from './method/band-word.js';
import { occupationScore } from './method/occupation-score.js';
import { riskLabel } from './method/risk-label.js';
import type { OccupationReport } from './model/report.js';
import { OccupationsModule } from './occupations.module.js';

const catalogue = Catalogue.load();
const reportOf = (slug: string): OccupationReport => {
  const report = catalogue.report(slug);
  if (!report) throw new Error(`no report ${slug}`);
  return report;
};

describe('the reference report', () => {
  const report = reportOf('machine-learning-engineer');

  it('scores 35 and its words follow the number', () => {
    expect(report.score.value).toBe(35);
    expect(report.score.band).toBe('Medium');
    expect(report.window.words).toBe('early 2030s');
    expect(report.percentile.words).toBe(
      `more exposed than ${Math.floor(report.percentile.exact)}% of UK workers`,
    );
  });

  it('has its seven tasks with risks and tools', () => {
    expect(
      report.tasks.map(({ name, risk, tools }) => [name, risk, tools.map((tool) => tool.name).join(', ')]),
    ).toEqual([
      [
        'Hyperparameter tuning',
        'High',
        'Optuna, Ray Tune, Weights & Biases Sweeps, Vertex AI AutoML, Azure AutoML',
      ],
      ['Data pipeline development', 'High', 'GitHub Copilot, Cursor, dbt, Airflow with AI help, ChatGPT'],
      [
        'Model training scripts',
        'High',
        'Copilot, Cursor, ChatGPT, CodeWhisperer (Amazon Q Developer since April 2024), Replit AI',
      ],
      ['Model evaluation', 'Medium', 'Weights & Biases, MLflow, Evidently, Arize, ChatGPT'],
      ['Feature engineering', 'Medium', 'Featuretools, Vertex AI Feature Store, ChatGPT, Copilot'],
      ['MLOps architecture', 'Low', 'MLflow, Kubeflow, SageMaker Pipelines, Seldon Core, ChatGPT'],
      [
        'Research paper implementation',
        'Low',
        'Papers With Code (closed in July 2025), Copilot, ChatGPT, Cursor',
      ],
    ]);
  });

  it('compares four roles: 49, 35, 29, 26', () => {
    expect(report.compare.map(({ title, place, score }) => [title, score.value, place])).toEqual([
      ['Data scientist', 49, 'higher score'],
      ['Machine learning engineer', 35, 'this occupation'],
      ['Solutions architect', 29, 'same sector, lower score'],
      ['Nurse', 26, 'lower score still'],
    ]);
  });

  it('offers three paths: 67, 89 and 75 %', () => {
    expect(report.pivots.map(({ title, matchPercent, relation }) => [title, matchPercent, relation])).toEqual(
      [
        ['Biomedical engineer', 67, 'cross-domain'],
        ['Platform engineer', 89, 'adjacent'],
        ['Clinical trials manager', 75, 'cross-domain'],
      ],
    );
    expect(report.pivots[2]?.need).toEqual([
      'Biology',
      'Chemistry',
      'Management of material resources',
      'Communications and media',
    ]);
  });

  it('has its three periods and its questions', () => {
    expect(report.timeline.map(({ period }) => period)).toEqual(['2020–2024', '2025–2026', '2028–2033']);
    expect(report.faq.length).toBeGreaterThanOrEqual(4);
  });

  it('counts its inputs in the based-on line and credits each', () => {
    expect(report.basedOn).toMatch(/^Based on seven tasks rated by editors \(November 2026\)/);
    expect(report.basedOn).not.toMatch(/ASHE/);
    for (const { name, release, licence } of report.sources) expect(name && release && licence).toBeTruthy();
  });

  it('is ready for JSON', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('every occupation', () => {
  it('has shares that sum to 1, labels that agree, and tasks that add up to its score where editors rated them', () => {
    for (const { slug } of catalogue.all().filter((_, index) => index % 4 === 0)) {
      const occupation = catalogue.bySlug(slug);
      const tasks = occupation?.tasks ?? [];
      expect(tasks.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      if (occupation?.kind === 'edited') expect(occupationScore(tasks)).toBeCloseTo(occupation.score, 6);
      expect(tasks.every(({ risk, exposure }) => risk === riskLabel(exposure))).toBe(true);
      expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
    }
  });

  it('has a whole report', () => {
    for (const { slug } of catalogue.all().filter((_, index) => index % 15 === 0)) {
      const report = reportOf(slug);
      expect(report.compare).toHaveLength(4);
      expect(new Set(report.compare.map((role) => role.slug)).size).toBe(4);
      expect(report.timeline).toHaveLength(3);
      expect(report.faq.length).toBeGreaterThanOrEqual(4);
      expect(report.seniority.map(({ level }) => level)).toEqual(['junior', 'mid', 'senior']);
      expect(report.score.band).toBe(bandWord(report.score.value));
    }
  });

  // Two where the other moves that editors wrote are on as many pages as a target may be. The number is pinned so that lost paths are seen.
  it('offers three paths', () => {
    const others = catalogue.all().filter(({ slug }) => catalogue.bySlug(slug)?.pivots.length !== 3);
    expect(others.map(({ slug }) => slug)).toEqual([]);
  });

  it('is sent to no path inside its own unit group, and no path stands on more than 2% of pages', () => {
    const offered = new Map<string, number>();
    const all = catalogue.all();
    for (const { slug, code, kind } of all)
      for (const pivot of catalogue.bySlug(slug)?.pivots ?? []) {
        offered.set(pivot.slug, (offered.get(pivot.slug) ?? 0) + 1);
        expect(pivot.slug).not.toBe(slug);
        if (kind === 'data')
          expect(catalogue.bySlug(pivot.slug)?.code.slice(0, 4)).not.toBe(code.slice(0, 4));
      }
    expect(Math.max(...offered.values())).toBeLessThanOrEqual(0.02 * all.length + 1);
  });
});

describe('every group of SOC 2020', () => {
  const page = (slug: string): string => catalogue.redirectFor(slug) ?? slug;

  it('has a page that answers for it, all of UK employment', () => {
    for (const { slug } of catalogue.dataset.occupations.values())
      expect([slug, catalogue.bySlug(page(slug)) === undefined]).toEqual([slug, false]);
  });

  it('answers under every address a report ever had', () => {
    const { former } = loadContent(join(DATA_FOLDER, '..', 'content'));
    expect(Object.keys(former).length).toBeGreaterThan(1300);
    const lost = Object.keys(former).filter((slug) => catalogue.bySlug(page(slug)) === undefined);
    expect(lost).toEqual([]);
  });

  it('names the pay and jobs of its unit group alone', () => {
    for (const { slug } of catalogue.all()) {
      const occupation = catalogue.bySlug(slug);
      expect(occupation?.ukCodes.map(({ code }) => code)).toEqual([occupation?.code.slice(0, 4)]);
    }
  });
});

describe('finding an occupation', () => {
  const first = (query: string): string | undefined => catalogue.search(query)[0]?.slug;

  it.each([
    ['machine learnign engineer', 'machine-learning-engineer'],
    ['ML engineer', 'machine-learning-engineer'],
    ['staff nurse', 'nurse'],
    ['data sceintist', 'data-scientist'],
    ['devops', 'devops-engineer'],
    ['plumber', 'plumber'],
    ['accountant', 'accountant'],
    ['hairdresser', 'hairdresser'],
    ['lorry driver', 'hgv-driver'],
  ])('%s', (query, slug) => expect(first(query)).toBe(slug));

  it('knows an edited page by its lists when it keeps the slug of its record', () => {
    expect(first('borough accountant')).toBe('accountant');
  });

  it('does not mind which English it is asked in', () => {
    expect(first('paediatrician')).toBe(first('pediatrician'));
  });

  it('has no answer rather than a wrong one', () => {
    expect(catalogue.search('zzzzqq')).toEqual([]);
    expect(catalogue.search('  ')).toEqual([]);
    expect(catalogue.search('constructor'.repeat(500))).toEqual([]);
  });

  it('answers the first question at once when it was warmed', async () => {
    const other = Catalogue.read(DATA_FOLDER);
    await other.warmSearch();
    const start = performance.now();
    expect(other.search('staff nurse')[0]?.slug).toBe('nurse');
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('leads old names to their page', () => {
    expect(catalogue.redirectFor('registered-nurses')).toBe('nurse');
    expect(catalogue.bySlug('registered-nurses')).toBeUndefined();
    // An address of the American catalogue.
    expect(catalogue.redirectFor('actuaries')).toBe('actuary');
    expect(catalogue.redirectFor('nurse')).toBeUndefined();
    expect(catalogue.bySlug('__proto__')).toBeUndefined();
  });
});

it('says what stands in for missing ratings', () => {
  expect(reportOf('data-scientist').notes.join(' ')).toMatch(
    /have not been rated there for this work; the mean of .* and “Statisticians” stands in/,
  );
});

it('is provided by its module', async () => {
  const module = await Test.createTestingModule({ imports: [OccupationsModule] }).compile();
  expect(module.get(Catalogue).version).toBe(catalogue.version);
  await module.close();
});
