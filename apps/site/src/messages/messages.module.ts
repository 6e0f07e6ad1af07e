import { Module } from '@nestjs/common';
import { MessagesModule as ReceivedMessagesModule } from '@app/messages';
import { OccupationsModule } from '@app/occupations';
import { MessagesController } from './messages.controller.js';

/** Forms that reach staff: complaints, notices of cancellation, errors in a report. */
@Module({
  imports: [ReceivedMessagesModule, OccupationsModule],
  controllers: [MessagesController],
})
export class MessagesModule {}
