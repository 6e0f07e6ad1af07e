import { Module } from '@nestjs/common';
import { HomeController } from './home.controller.js';

/** The pages that are the same for everyone. */
@Module({ controllers: [HomeController] })
export class PagesModule {}
