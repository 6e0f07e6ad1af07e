import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the stand-in answers a request. */
export type Mood = (response: ServerResponse, request: IncomingMessage) => void;

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Mood =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

/** The shapes of Adzuna's documentation; the figures are of no real job. */
export const DOCUMENTED = {
  'search/1': {
    __CLASS__: 'Adzuna::API::Response::JobSearchResults',
    count: 1843,
    mean: 41250.37,
    results: [
      { __CLASS__: 'Adzuna::API::Response::Job', id: '1', title: 'Electrician', salary_is_predicted: '0' },
    ],
  },
  histogram: {
    __CLASS__: 'Adzuna::API::Response::SalaryHistogram',
    histogram: { '40000': '410', '20000': '154', '30000': '690', '100000': '3' },
  },
  top_companies: {
    __CLASS__: 'Adzuna::API::Response::TopCompanies',
    leaderboard: [
      {
        __CLASS__: 'Adzuna::API::Response::Company',
        count: 28,
        canonical_name: 'Second Ltd',
        average_salary: 22929,
      },
      {
        __CLASS__: 'Adzuna::API::Response::Company',
        count: 102,
        canonical_name: 'First Ltd',
        average_salary: 34942.6,
      },
      { __CLASS__: 'Adzuna::API::Response::Company', count: 5 },
    ],
  },
  history: {
    __CLASS__: 'Adzuna::API::Response::HistoricalSalary',
    location: { display_name: 'UK', area: ['UK'] },
    month: { '2026-07': 40382.77, '2026-09': 41129.69, '2026-08': 40886.62 },
  },
} as const;

export const AUTH_FAIL = {
  __CLASS__: 'Adzuna::API::Response::Exception',
  exception: 'AUTH_FAIL',
  display: 'Authorisation failed',
  doc: 'https://api.adzuna.com/v1/doc',
};

type Endpoint = keyof typeof DOCUMENTED;

/** A local server that answers as Adzuna documents, until it is told otherwise. */
export class AdzunaStandIn {
  readonly requests: URL[] = [];
  private readonly next = new Map<string, Mood[]>();
  private readonly always = new Map<string, Mood>();
  private readonly server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    this.requests.push(url);
    const endpoint = url.pathname.replace('/v1/api/jobs/gb/', '');
    const documented = Object.entries(DOCUMENTED).find(([name]) => name === endpoint)?.[1];
    const mood =
      this.next.get(endpoint)?.shift() ??
      this.always.get(endpoint) ??
      json(documented ?? { __CLASS__: 'Adzuna::API::Response::Exception' }, documented ? 200 : 404);
    mood(response, request);
  });

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The coming answers of an endpoint, one each; then it answers well again. */
  then(endpoint: Endpoint, ...moods: Mood[]): void {
    this.next.set(endpoint, moods);
  }

  /** Every answer of an endpoint from now on. */
  from(endpoint: Endpoint, mood: Mood): void {
    this.always.set(endpoint, mood);
  }

  /** The requests to one endpoint so far. */
  asked(endpoint: Endpoint): URL[] {
    return this.requests.filter(({ pathname }) => pathname === `/v1/api/jobs/gb/${endpoint}`);
  }

  reset(): void {
    this.requests.length = 0;
    this.next.clear();
    this.always.clear();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
