import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { NestFactory } from '@nestjs/core';
import { PersonalScorer } from '@app/assessment';
import { previewToFolder, type PreviewFigures } from '@app/blueprint';
import { projectPath } from '@app/config';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { onChange } from '../preview/on-change.js';
import { PreviewModule } from '../preview/preview.module.js';

interface Options {
  readonly out: string;
  readonly once?: boolean;
}

export function registerBlueprintCommands(program: Command): void {
  program
    .command('blueprint')
    .description('the 15-page PDF')
    .command('preview')
    .description('render the example people, and again whenever a file under templates/blueprint changes')
    .argument('[people...]', 'ids in templates/blueprint-preview/people.yaml; all when none is named')
    .option('--out <folder>', 'where the PDFs go', 'out/blueprint-preview')
    .option('--once', 'render once and stop')
    .action(async (only: string[], { out, once }: Options) => {
      const request = {
        templates: projectPath('templates', 'blueprint'),
        people: projectPath('templates', 'blueprint-preview', 'people.yaml'),
        out: resolve(projectPath(), out),
        only,
        print: (line: string) => console.log(line),
      };
      const figures = await figuresOfTheDay();
      const render = async (): Promise<number> => {
        try {
          return await previewToFolder(figures, request);
        } catch (error) {
          // A half-written template is normal while someone edits: say where it is wrong and wait for the next change.
          console.log(`  ${error instanceof Error ? error.message : String(error)}`);
          return 1;
        }
      };
      const failed = await render();
      if (once) {
        if (failed > 0) process.exitCode = 1;
        return;
      }
      console.log(`In ${out}/. Edit templates/blueprint and look again; Ctrl+C ends it.`);
      await onChange([request.templates, projectPath('templates', 'blueprint-preview')], async (files) => {
        for (const file of files) console.log(`${relative(projectPath(), file)} changed`);
        await render();
      });
    });
}

async function figuresOfTheDay(): Promise<PreviewFigures> {
  const app = await NestFactory.createApplicationContext(PreviewModule, { logger: ['error', 'warn'] });
  const [catalogue, market] = [
    app.get(Catalogue, { strict: false }),
    app.get(LabourMarket, { strict: false }),
  ];
  return { catalogue, market, scorer: new PersonalScorer(catalogue, market) };
}
