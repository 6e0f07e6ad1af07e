import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, inLondon, plusDays } from '@app/kernel';

/** How often reviewers changed one block of the blueprint's text. */
export interface EditedBlock {
  readonly templateVersion: string;
  /** From 1. */
  readonly page: number;
  /** `headline`, `lede`, `words`, `item`, `so what`; null for changes made before it was kept. */
  readonly kind: string | null;
  /** Among the blocks of its page in reading order, from 1; null as above. */
  readonly place: number | null;
  /** Approved files in which it was changed. */
  readonly files: number;
  /** Approved files made with these templates. */
  readonly of: number;
}

/** Which blocks are changed most, by version of the templates, so that their words get better. Reading only; nobody's words are in it. */
@Injectable()
export class EditedBlocks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param weeks looked back, the running one among them. Changed most first, as a share of the files of their version. */
  async since(weeks: number, most: number): Promise<EditedBlock[]> {
    const monday = inLondon(plusDays(this.clock.now(), -7 * (weeks - 1))).startOf('week');
    return await this.source.query<EditedBlock[]>(
      `with approved as materialized (
         select template_version as version, review_id as id, edits from review_figures where state = 'approved' and decided_at >= $1),
       versions as (select version, count(*)::int as files from approved group by 1)
       select a.version as "templateVersion", (edit ->> 'page')::int as page, edit -> 'block' ->> 'kind' as kind, (edit -> 'block' ->> 'place')::int as place,
         count(distinct a.id)::int as files, v.files as of
       from approved a join versions v on v.version = a.version cross join lateral jsonb_array_elements(a.edits) as edit
       group by 1, 2, 3, 4, v.files order by count(distinct a.id)::float8 / v.files desc, 5 desc, 1, 2, 4 limit $2`,
      [monday.toJSDate(), most],
    );
  }
}
