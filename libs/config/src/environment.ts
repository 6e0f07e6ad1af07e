import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';

const flag = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string'
    ? ({ true: true, '1': true, false: false, '0': false, '': false }[value.toLowerCase()] ?? value)
    : value;

const LOCAL_URL = { require_tld: false, require_protocol: true };

/**
 * Every setting of every app, read once at boot. A wrong value stops the boot with the variable's name, never its value.
 * The README's table is checked against this class by a test.
 */
export class Environment {
  /** `production` forbids every local stand-in and asks for real secrets. */
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  /** The name of the product, wherever it is shown. */
  @IsString()
  @MinLength(1)
  BRAND_NAME = 'Pivotwise';

  /** PostgreSQL 15 or later, as a role that owns nothing. `npm start` sets it to the embedded server. */
  @Matches(/^postgres(ql)?:\/\//, { message: 'must start with postgres://' })
  DATABASE_URL: string;

  /** The same database as the owner of its tables: for `migrate`, `backup` and `restore` alone. The applications are not given it. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\//, { message: 'must start with postgres://' })
  MIGRATION_DATABASE_URL?: string;

  /** `none` says that nobody can listen on the way to a PostgreSQL that is asked without TLS. */
  @IsOptional()
  @IsIn(['none'])
  DATABASE_TLS?: 'none';

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  DATABASE_POOL = 10;

  @IsUrl(LOCAL_URL)
  SITE_URL = 'http://localhost:3000';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  SITE_PORT = 3000;

  @IsUrl(LOCAL_URL)
  DESK_URL = 'http://localhost:3100';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  DESK_PORT = 3100;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  WORKER_PORT = 3200;

  /** For so many seconds after it is told to stop, a site or desk still takes requests, while `/health/ready` sends the proxy elsewhere. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(60)
  DRAIN_SECONDS = 3;

  /** The address a server listens on. */
  @IsString()
  LISTEN_HOST = '127.0.0.1';

  /** Signs cookies and encrypts staff second-factor secrets; at least 32 characters. */
  @MinLength(32, { message: 'must be at least 32 characters' })
  APP_SECRET: string;

  /** Earlier secrets, which only open what they sealed until `reseal` has sealed it anew; separated by spaces. */
  @IsOptional()
  @Matches(/^\s*\S{32,}(\s+\S{32,})*\s*$/, {
    message: 'must be secrets of at least 32 characters, separated by spaces',
  })
  APP_OLD_SECRETS?: string;

  /** Signs the audit log. Kept away from the database and from whoever may write to it; at least 32 characters. */
  @Matches(/^\S{32,}$/, { message: 'must be at least 32 characters without spaces' })
  AUDIT_KEY: string;

  /** Names the key in every entry; give a new key a new name. */
  @Matches(/^[\w.-]{1,40}$/, { message: 'must be a short name' })
  AUDIT_KEY_ID = '1';

  /** Earlier keys, which only verify what they signed: `name=key`, separated by spaces. */
  @IsOptional()
  @Matches(/^([\w.-]{1,40}=\S{32,}\s*)+$/, { message: 'must be name=key pairs, separated by spaces' })
  AUDIT_OLD_KEYS?: string;

  /** Where a signed line says every hour how far the audit log has come; on another disk or machine than the database. */
  @IsOptional()
  @IsString()
  AUDIT_ANCHOR_FILE?: string;

  @Matches(/^(sk|rk)_(test|live)_/, { message: 'must be a Stripe secret key (sk_test_… or sk_live_…)' })
  STRIPE_SECRET_KEY: string;

  @Matches(/^whsec_/, { message: 'must be a Stripe webhook signing secret (whsec_…)' })
  STRIPE_WEBHOOK_SECRET: string;

  /** Where the Stripe API is; leave it unset for Stripe itself. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  STRIPE_API_URL?: string;

  /** Port of the local Stripe sandbox. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  STRIPE_SANDBOX_PORT = 4242;

  /** Where the sandbox sends its webhooks. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  STRIPE_WEBHOOK_URL?: string;

  /** smtp:// or smtps://, with user and password if the server wants them. */
  @Matches(/^smtps?:\/\//, { message: 'must start with smtp:// or smtps://' })
  SMTP_URL: string;

  /** How an `smtp://` conversation is kept private: `starttls` insists on it, `none` says that nobody can listen on the way. */
  @IsOptional()
  @IsIn(['starttls', 'none'])
  SMTP_TLS?: 'starttls' | 'none';

  @IsString()
  MAIL_FROM = 'Pivotwise <hello@pivotwise.example>';

  /** A Maildir, with `new` and `cur`, where mail servers' reports about undelivered emails arrive; without it none is read. */
  @IsOptional()
  @IsString()
  BOUNCE_MAILDIR?: string;

  /** A mailbox where those reports arrive, read over IMAP: `imaps://user:password@host`, with the folder behind it unless it is INBOX. */
  @IsOptional()
  @Matches(/^imaps?:\/\/[^\s/@:]+:[^\s/@]+@[^\s/@]+(\/\S*)?$/, {
    message: 'must be imaps://user:password@host, with a folder behind it if it is not INBOX',
  })
  BOUNCE_IMAP_URL?: string;

  /** How an `imap://` conversation is kept private: `starttls` insists on it, `none` says that nobody can listen on the way. */
  @IsOptional()
  @IsIn(['starttls', 'none'])
  BOUNCE_IMAP_TLS?: 'starttls' | 'none';

  /**
   * A bucket of the S3 kind for the files of delivered blueprints: `https://endpoint/bucket?region=eu-west-2`. Without it they stay in the database
   * and nothing is asked of the network.
   */
  @IsOptional()
  @Matches(/^https?:\/\/[^\s/?#@]+\/[a-z0-9][a-z0-9.-]{2,62}(\?region=[a-z0-9-]+)?$/, {
    message: 'must be https://endpoint/bucket, with ?region=… behind it if it is not us-east-1',
  })
  FILES_URL?: string;

  /** The key that opens the bucket, by its id and its secret. */
  @IsOptional()
  @Matches(/^\S+$/, { message: 'must hold no spaces' })
  FILES_KEY_ID?: string;

  @IsOptional()
  @Matches(/^\S+$/, { message: 'must hold no spaces' })
  FILES_SECRET?: string;

  /** Opens `/webhooks/bounces` to a mail provider: what it signs its reports with; without it the address answers 404. */
  @IsOptional()
  @Matches(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, {
    message: 'must be whsec_ and at least 24 random bytes in Base64',
  })
  BOUNCE_WEBHOOK_SECRET?: string;

  @IsEmail()
  SUPPORT_EMAIL = 'help@pivotwise.example';

  /** What the blueprint costs in pence: with a `VAT_NUMBER` the VAT is in it, without one none is charged. */
  @Type(() => Number)
  @IsInt()
  @Min(100)
  PRICE_PENCE = 4900;

  /** A refund by staff above this sum, in pence and with what was given back before, needs a second person. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  REFUND_SECOND_PERSON_PENCE = 2500;

  /** What is paid back by itself when a blueprint is late, in per cent of what was paid. Terms, product page and emails say it. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  LATE_REFUND_PERCENT = 50;

  /** For so many days after delivery a correction can be asked for on the order page. Terms, page and emails say it. */
  @Type(() => Number)
  @IsInt()
  @Min(30)
  @Max(700)
  CORRECTION_DAYS = 90;

  /** Of a reviewer's first so many approvals each needs a second person. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  SECOND_APPROVAL_FIRST = 20;

  /** Of a hundred drafts so many are drawn for a second person. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100)
  SECOND_APPROVAL_PERCENT = 10;

  @Transform(flag)
  @IsBoolean()
  PROMOTION_CODES = false;

  /** Set only if the seller is registered for VAT: the number shown on receipts. */
  @IsOptional()
  @Matches(/^GB\d{9}$/, { message: 'must be a UK VAT number (GB and nine digits)' })
  VAT_NUMBER?: string;

  /** Who sells, as shown before paying and on receipts. */
  @IsString()
  SELLER_NAME = 'Pivotwise Ltd (example)';

  @IsString()
  SELLER_ADDRESS = '1 Example Street, London, EX1 1EX';

  /** The company's number and the part of the United Kingdom it is registered in, shown with the seller's name. */
  @Matches(/^(\d{8}|[A-Z]{2}\d{6})$/, { message: 'must be a company number, such as 01234567 or SC123456' })
  COMPANY_NUMBER = '00000000';

  @IsIn(['England and Wales', 'Wales', 'Scotland', 'Northern Ireland'])
  COMPANY_REGISTERED_IN = 'England and Wales';

  /** `business`: approved blueprints are sent Monday to Friday, 9 am to 6 pm in London. `always`: at once, for trying out. */
  @IsIn(['business', 'always'])
  SEND_HOURS: 'business' | 'always' = 'business';

  /** The official feed of bank holidays, `https://www.gov.uk/bank-holidays.json`; without it the table that ships is all there is. */
  @IsOptional()
  @IsUrl(LOCAL_URL)
  BANK_HOLIDAYS_URL?: string;

  /** Adzuna's application id and key for live vacancies: both or neither. Without them no request is made. */
  @IsOptional()
  @Matches(/^\S+$/, { message: 'must hold no spaces' })
  ADZUNA_APP_ID?: string;

  @IsOptional()
  @Matches(/^\S+$/, { message: 'must hold no spaces' })
  ADZUNA_APP_KEY?: string;

  /** Where the vacancies API is. */
  @IsUrl(LOCAL_URL)
  ADZUNA_API_URL = 'https://api.adzuna.com';

  /** Requests a process may make of it within 24 hours. The free allowance of an account is 2,500 a month for all processes together. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  ADZUNA_REQUESTS_A_DAY = 80;

  /** `info`, `warn`, `error`, `debug` or `silent`. */
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  /** In production the site is behind a proxy: how many hops to trust for the visitor's address. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(5)
  TRUSTED_PROXIES = 0;
}
