import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '@app/config';
import { createHttpApp } from '@app/http';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { testEnvironment } from '@app/testing';
import { PICTURE } from './page-pictures.js';
import { SampleBlueprint, SHOWN_PAGES } from './sample-blueprint.js';
import { SampleController } from './sample.controller.js';

const environment = testEnvironment({ BRAND_NAME: 'Another name' });

@Global()
@Module({ providers: [{ provide: Environment, useValue: environment }], exports: [Environment] })
class SettingsModule {}

@Module({
  imports: [SettingsModule, OccupationsModule, LabourMarketModule],
  providers: [SampleBlueprint],
  controllers: [SampleController],
})
class SampleModule {}

describe('the sample blueprint', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createHttpApp(SampleModule, environment, { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it('is a whole blueprint of the house, marked as a sample', async () => {
    const { pages } = await app.get(SampleBlueprint).file();
    expect(pages).toBe(15);
    const { statusCode, headers, rawPayload } = await app.inject({ url: '/blueprint/sample.pdf' });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['cache-control']).toBe('public, max-age=3600');
    const title = /\/Title \(([^)]*)/.exec(rawPayload.toString('latin1'))?.[1] ?? '';
    const text = rawPayload.toString('latin1');
    expect(title + text.slice(-20_000)).toMatch(/SAMPLE|a made-up person/);
  });

  it('need not be sent twice', async () => {
    for (const url of ['/blueprint/sample.pdf', '/blueprint/sample/page-1.png']) {
      const first = await app.inject({ url });
      const etag = String(first.headers['etag']);
      const again = await app.inject({ url, headers: { 'if-none-match': etag } });
      expect([url, again.statusCode, again.rawPayload.length]).toEqual([url, 304, 0]);
    }
  });

  it('shows its pages as pictures that are not blank', async () => {
    const seen = new Set<string>();
    for (const page of SHOWN_PAGES) {
      const { headers, rawPayload } = await app.inject({ url: `/blueprint/sample/page-${page}.png` });
      expect(headers['content-type']).toBe('image/png');
      expect(rawPayload.readUInt32BE(16)).toBe(PICTURE.width);
      expect(rawPayload.readUInt32BE(20)).toBe(PICTURE.height);
      expect(rawPayload.length).toBeGreaterThan(10_000);
      expect(rawPayload.length).toBeLessThan(120_000);
      seen.add(rawPayload.toString('base64'));
    }
    expect(seen.size).toBe(SHOWN_PAGES.length);
  });

  it.each(['page-0.png', 'page-5.png', 'page-99.png', 'page-1.gif', '..%2fsample.pdf'])(
    'has no %s',
    async (name) => expect((await app.inject({ url: `/blueprint/sample/${name}` })).statusCode).toBe(404),
  );
});
