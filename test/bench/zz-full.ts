import { Catalogue } from '@app/occupations';
import { LabourMarket } from '@app/labour-market';
import { PersonalScorer } from '@app/assessment';
import { previewSnapshot } from '../../libs/blueprint/src/preview/preview-snapshot.js';
import { loadBlueprintAssets } from '../../libs/blueprint/src/blueprint-assets.js';
import { pageSentences } from '../../libs/blueprint/src/twins/page-sentences.js';
const catalogue = Catalogue.load(); const market = new LabourMarket(catalogue); const scorer = new PersonalScorer(catalogue, market);
const assets = loadBlueprintAssets('templates/blueprint');
const REGIONS = ['E12000003', 'W92000004', 'S92000003', 'N92000002', undefined]; const PAY = ['20-25', '30-40', undefined, '50-65']; const LEVELS = ['junior', 'mid', 'senior', 'lead', undefined];
const slugs = catalogue.all().map(({ slug }) => slug); const step = Math.floor(slugs.length / 80);
slugs.filter((_s, i) => i % step === 0).forEach((occupationSlug, index) => {
  const pick = (all: any[]) => all[index % all.length];
  const [region, payBand, level] = [pick(REGIONS), pick(PAY), pick(LEVELS)];
  const answers: any = { occupationSlug, ...(region && { region }), ...(payBand && { payBand }), ...(level && { level }), hoursPerWeek: [16, 30, 37, 48][index % 4], constraints: { monthsToTrain: [0, 6, 24, 60][index % 4], hoursPerWeekForLearning: [1, 3, 6][index % 3], budget: [0, 200, 3000][index % 3], ...(index % 2 === 0 && { lowestPay: 24_000 }) } };
  const s = previewSnapshot({ catalogue, market, scorer }, assets, { name: 'Sam Ashworth', answers });
  for (let p = 1; p <= 15; p++) try { pageSentences(s, assets as any, p); } catch (e) { console.log(occupationSlug, p, String(e), index); }
});
console.log('looked');
