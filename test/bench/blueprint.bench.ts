import type { Font } from 'fontkit';
import { AMARA, type Fixtures, loadFixtures, snapshotOf } from '../../libs/blueprint/src/people.builder.js';
import { Composer } from '../../libs/blueprint/src/model/composer.js';
import { viewOf } from '../../libs/blueprint/src/model/view.js';
import { documentFacts, drawBlueprint, renderBlueprint } from '../../libs/blueprint/src/render-blueprint.js';
import type { BlueprintSnapshot } from '../../libs/blueprint/src/snapshot/blueprint-snapshot.js';
import { type FontSet, Typesetter } from '@app/typeset';
import { coresAndMemory } from './blueprint/cores-and-memory.js';
import { besideOtherTools } from './blueprint/other-tools.js';
import { barePdfkit } from './blueprint/bare-pdfkit.js';
import { RecordingWriter } from './blueprint/recording-writer.js';
import { sideBySide } from './measure.js';
import { milliseconds, printTable, progress, type Row, times } from './ratio-table.js';

/** Our render beside plain pdfkit that is told every place: once with words shaped beforehand, once as pdfkit shapes them. */
async function besidePdfkit(fixtures: Fixtures, snapshot: BlueprintSnapshot): Promise<Row[]> {
  progress('one render beside bare pdfkit');
  const { fonts, copy } = fixtures.assets;
  const view = viewOf(snapshot, fonts);
  const facts = documentFacts(snapshot, view);
  const writer = new RecordingWriter(fonts, new Typesetter(fonts), facts);
  drawBlueprint(writer, new Composer(snapshot, view, copy, writer.typesetter));
  writer.end();
  const { operations } = writer;
  const shaped = new Map(fonts.all().map((font) => [font.name, shapedBeforehand(font)]));
  const parsed = new Map(fonts.all().map((font) => [font.name, font.parsed]));
  const ours = (): Promise<unknown> => renderBlueprint(snapshot, fixtures.assets);
  const seen = await sideBySide([ours, () => barePdfkit(facts, shaped, operations)]);
  const plain = await sideBySide([ours, () => barePdfkit(facts, parsed, operations)], {
    rounds: 3,
    calls: 2,
    warmUp: 2,
  });
  const note = (cpu: readonly number[]): string =>
    `${milliseconds(cpu[0] ?? NaN)} beside ${milliseconds(cpu[1] ?? NaN)} of CPU`;
  return [
    {
      what: 'a render, beside bare pdfkit whose words are shaped beforehand',
      seen: times(seen.ratio(0, 1)),
      bar: '≤ 1.5 ×',
      pass: seen.ratio(0, 1) <= 1.5,
      note: note(seen.cpu),
    },
    {
      what: 'a render, beside bare pdfkit that shapes its words with fontkit',
      seen: times(plain.ratio(0, 1)),
      bar: '≤ 1.5 ×',
      pass: plain.ratio(0, 1) <= 1.5,
      note: note(plain.cpu),
    },
  ];
}

/** A font whose `layout` hands out our words. Positions are made anew, because pdfkit scales them in place. */
const shapedBeforehand = (font: ReturnType<FontSet['main']>): Font =>
  Object.assign(Object.create(font.parsed) as Font, {
    layout: (text: string, features?: readonly string[]) => {
      const { glyphs, advanceWidth } = font.run(text, features?.includes('tnum') === true);
      return {
        glyphs: glyphs.map(({ id, width, text: letters }) => ({
          id,
          advanceWidth: width,
          codePoints: [...letters].map((letter) => letter.codePointAt(0)),
        })),
        positions: glyphs.map(({ advance, dx, dy }) => ({
          xAdvance: advance,
          yAdvance: 0,
          xOffset: dx,
          yOffset: dy,
        })),
        advanceWidth,
      };
    },
  });

const fixtures = await loadFixtures();
const snapshot = snapshotOf(fixtures, AMARA);
const rows = [
  ...(await besidePdfkit(fixtures, snapshot)),
  ...(await besideOtherTools(fixtures, snapshot)),
  ...(await coresAndMemory(snapshot)),
];
if (!printTable('Rendering one blueprint', rows)) process.exitCode = 1;
