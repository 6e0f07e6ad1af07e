import type { DestinationStream } from 'pino';
import type { DataSource } from 'typeorm';
import type { Environment } from '@app/config';

/** What an app says of itself when it asks for a server. */
export interface HttpAppOptions {
  /** The app's folder under `templates/`, and its name in the logs: `site`, `desk`. */
  readonly name: string;
  /** Other origins that a form may end at after a redirect (the hosted payment page); browsers check `form-action` there too. */
  readonly formTargets?: readonly string[];
  /** Values every template may use, beside the standard ones. */
  readonly globals?: Readonly<Record<string, unknown>>;
  /** What else keeps it from being ready, in words that may be shown to anybody; null when nothing does. */
  readonly fault?: (database: DataSource) => Promise<string | null>;
  /** Where log lines go; standard output unless told. */
  readonly logTo?: DestinationStream;
  /** Largest request body in bytes; 262144 unless told. */
  readonly bodyLimit?: number;
}

/** The options and the checked environment, for the providers of this lib. */
export class HttpSettings {
  constructor(
    readonly app: HttpAppOptions,
    readonly environment: Environment,
  ) {}

  /** Cookies are `Secure` and `__Host-` prefixed when the app is reached over https. */
  get secure(): boolean {
    return this.origin.startsWith('https://');
  }

  /** Scheme, host and port under which people reach this app. */
  get origin(): string {
    return new URL(this.app.name === 'desk' ? this.environment.DESK_URL : this.environment.SITE_URL).origin;
  }

  /** The full name of a cookie: `__Host-` keeps other hosts from setting it. */
  cookieName(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }
}
