import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

export interface ChildAppOptions {
  readonly name: string;
  /** Script and arguments for this same Node. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Answers 200 once the app is ready. */
  readonly healthUrl: string;
}

/** How long an app may take to get ready and to stop, in milliseconds. */
const READY_WITHIN = 120_000;
const STOPPED_WITHIN = 30_000;

/** One app of the local stack in a process of its own; what it prints goes to its log file. */
export class ChildApp {
  private readonly process: ChildProcess;
  private readonly exited: Promise<void>;
  private tail = '';
  private stopping = false;

  constructor(
    private readonly options: ChildAppOptions,
    onCrash: (message: string) => void,
  ) {
    this.process = spawn(process.execPath, options.args, {
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(options.logFile, { flags: 'a' });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log.write(chunk);
        this.tail = (this.tail + chunk.toString()).slice(-1_500);
      });
    }
    this.exited = new Promise((done) => {
      this.process.once('exit', (code, signal) => {
        log.end();
        if (!this.stopping)
          onCrash(
            `${options.name} ended by itself (${signal ?? `code ${code}`}). Its last words:\n${this.tail.trim()}`,
          );
        done();
      });
    });
  }

  private get end(): number | string | null {
    return this.process.exitCode ?? this.process.signalCode;
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number {
    return this.process.pid ?? -1;
  }

  /** @throws Error with the app's last words when it is not ready in time. */
  async ready(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN;
    while (Date.now() < deadline) {
      if (this.process.exitCode !== null || this.process.signalCode !== null) break;
      const answer = await fetch(this.options.healthUrl, { signal: AbortSignal.timeout(2_000) }).catch(
        () => undefined,
      );
      if (answer?.ok) return;
      await new Promise((next) => setTimeout(next, 100));
    }
    throw new Error(
      `${this.options.name} did not get ready. Its last words:\n${this.tail.trim()}\nIts log: ${this.options.logFile}`,
    );
  }

  /** A power cut: no time to finish anything. For tests. */
  kill(): void {
    this.stopping = true;
    this.process.kill('SIGKILL');
  }

  /** As an orchestrator does it: SIGTERM, and SIGKILL when that is not heeded. @returns its exit code, or the signal that ended it */
  async stop(): Promise<number | string | null> {
    this.stopping = true;
    if (this.process.exitCode !== null || this.process.signalCode !== null) return this.end;
    this.process.kill('SIGTERM');
    const insist = setTimeout(() => this.process.kill('SIGKILL'), STOPPED_WITHIN);
    await this.exited;
    clearTimeout(insist);
    return this.end;
  }
}
