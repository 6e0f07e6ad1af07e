import { Controller, Get } from '@nestjs/common';
import { PublicPage, type View, view } from '@app/http';
import { dayWords } from './day-words.js';
import { type EvidenceReading, type EvidenceRecord, readEvidence } from './evidence-ledger.js';

const CHECKED: Readonly<Record<EvidenceReading, string>> = {
  file: 'We hold the published file, and our import reads it',
  page: 'A page of its publisher was read',
  others: 'Not checked against its source: this is what others write of it',
};

/** The evidence ledger: what we use or looked at, each with what it changed here or why it changed nothing. */
@Controller('evidence')
export class EvidenceController {
  private readonly records = readEvidence();

  @Get()
  @PublicPage({ seconds: 3_600 })
  ledger(): View {
    const [used, shown, nothing] = (['used', 'shown', 'nothing'] as const).map((effect) =>
      this.records.filter(({ here }) => here === effect).map(shownRecord),
    );
    return view('site/discovery/evidence', {
      used,
      shown,
      nothing,
      unchecked: this.records.filter(({ checked }) => checked === 'others').length,
      count: this.records.length,
      meta: {
        description:
          'Every study and release of data behind our scores, or looked at and left out, with what it changed here or why it changed nothing.',
        indexable: true,
      },
    });
  }
}

const shownRecord = (record: EvidenceRecord): Record<string, unknown> => ({
  ...record,
  when: dayWords(record.published),
  checked_words: CHECKED[record.checked],
  read_on: dayWords(record.read),
});
