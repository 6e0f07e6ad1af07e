import { Module } from '@nestjs/common';
import { GenuineCopiesModule } from '@app/review';
import { VerifyController } from './verify.controller.js';

/** Whether a copy of a blueprint is genuine. */
@Module({ imports: [GenuineCopiesModule], controllers: [VerifyController] })
export class VerifyPagesModule {}
