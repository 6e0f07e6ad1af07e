/** What a caller may set; everything has a default that suits tests. Times are in milliseconds. */
export interface SandboxSettings {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** The only key the API accepts. */
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** Without it events are only logged, never sent. It can be set later over the control API. */
  readonly webhookUrl?: string | undefined;
  /** How browsers reach the pay page; it is the start of each session's `url`. */
  readonly publicUrl?: string | undefined;
  readonly merchantName?: string;
  /** A JSON file that keeps the state over restarts. Without it everything is in memory. */
  readonly stateFile?: string | undefined;
  readonly webhookTimeoutMs?: number;
  /** One for each further attempt; the first is the pause before the second attempt, and it doubles from there. */
  readonly retryDelaysMs?: readonly number[];
  /** How long a delayed payment takes to succeed or fail. */
  readonly asyncPaymentMs?: number;
  /** How long after the payment the 0259 card is disputed. */
  readonly disputeMs?: number;
  /** False: what is planned happens only when time is advanced over the control API, however long that takes. */
  readonly timers?: boolean;
}

/** {@link SandboxSettings} with every default filled in; the class is the injection token. */
export class SandboxOptions {
  readonly port: number;
  readonly host: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly webhookUrl: string | undefined;
  readonly merchantName: string;
  readonly stateFile: string | undefined;
  readonly webhookTimeoutMs: number;
  readonly webhookAttempts: number;
  readonly webhookRetryMs: number;
  readonly asyncPaymentMs: number;
  readonly disputeMs: number;
  readonly timers: boolean;
  /** Known once the port is; no trailing slash. */
  publicUrl: string;

  constructor(settings: SandboxSettings) {
    this.port = settings.port ?? 0;
    this.host = settings.host ?? '127.0.0.1';
    this.secretKey = settings.secretKey;
    this.webhookSecret = settings.webhookSecret;
    this.webhookUrl = settings.webhookUrl;
    this.merchantName = settings.merchantName ?? 'Test shop';
    this.stateFile = settings.stateFile;
    this.webhookTimeoutMs = settings.webhookTimeoutMs ?? 10_000;
    this.webhookAttempts = (settings.retryDelaysMs?.length ?? 9) + 1;
    this.webhookRetryMs = settings.retryDelaysMs?.[0] ?? 500;
    this.asyncPaymentMs = settings.asyncPaymentMs ?? 8_000;
    this.disputeMs = settings.disputeMs ?? 1_000;
    this.timers = settings.timers ?? true;
    this.publicUrl = (settings.publicUrl ?? '').replace(/\/+$/, '');
  }
}
