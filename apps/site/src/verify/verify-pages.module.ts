import { Module } from '@nestjs/common';
import { BlueprintModule } from '@app/blueprint';
import { VerifyController } from './verify.controller.js';

/** Whether a copy of a blueprint is genuine. */
@Module({ imports: [BlueprintModule], controllers: [VerifyController] })
export class VerifyPagesModule {}
