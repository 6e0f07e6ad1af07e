import { IsObject, IsOptional } from 'class-validator';

/** The payload of every scheduled job: graphile-worker adds when the tick was due. Staff and the command line may run the job without it. */
export class ScheduledTick {
  @IsOptional()
  @IsObject()
  _cron?: { readonly ts: string; readonly backfilled?: boolean };
}
