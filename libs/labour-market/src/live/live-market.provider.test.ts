import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Environment } from '@app/config';
import { CLOCK } from '@app/kernel';
import { LabourMarketModule } from '../labour-market.module.js';
import { LiveMarket } from './live-market.js';
import { AdzunaStandIn, FakeClock, testEnvironment } from '@app/testing';

const server = new AdzunaStandIn();
let url: string;
beforeAll(async () => {
  url = await server.open();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

/** The live market that Nest makes in a house with these settings. */
async function marketWith(settings?: Record<string, string>) {
  @Global()
  @Module({
    providers: settings
      ? [
          { provide: Environment, useValue: testEnvironment({ ADZUNA_API_URL: url, ...settings }) },
          { provide: CLOCK, useValue: new FakeClock() },
        ]
      : [],
    exports: settings ? [Environment, CLOCK] : [],
  })
  class TestApp {}
  const module = await Test.createTestingModule({ imports: [TestApp, LabourMarketModule] }).compile();
  return module.get(LiveMarket, { strict: false });
}

describe('the live market', () => {
  it('is read where the credentials are set, and the second view asks nothing', async () => {
    const market = await marketWith({ ADZUNA_APP_ID: 'id', ADZUNA_APP_KEY: 'key' });
    const [first, second] = [
      await market.forOccupation({ titles: ['nurse'] }),
      await market.forOccupation({ titles: ['nurse'] }),
    ];
    expect(first?.vacancies).toBe(1843);
    expect(second).toBe(first);
    expect(server.requests).toHaveLength(4);
  });

  it.each([['no credentials', {}] as const, ['no environment at all', undefined] as const])(
    'with %s is never live and makes no request',
    async (_name, settings) => {
      const market = await marketWith(settings);
      expect(await market.forOccupation({ titles: ['nurse'] })).toBeNull();
      expect(server.requests).toHaveLength(0);
    },
  );
});
