import { Controller, Get } from '@nestjs/common';
import { Page, PublicPage } from '@app/http';

@Controller()
export class HomeController {
  @Get()
  @PublicPage()
  @Page('site/pages/home')
  home(): object {
    return {};
  }
}
