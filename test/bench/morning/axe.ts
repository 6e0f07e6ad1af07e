import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../support/chromium.js';

const WIDTHS = [1280, 390] as const;

/** Looks at the first page of each kind with axe, wide and narrow. */
export class AxeOnce {
  readonly pages = new Set<string>();
  readonly faults: string[] = [];

  readonly look = async (page: Page): Promise<void> => {
    const kind = await page.evaluate<string>(`[
      location.pathname.replace(/[0-9a-f-]{36}/, ':id'),
      ...[...document.querySelectorAll('form[action$="/second"], form[action$="/approve"], .exits, #reason')].map((one) => one.className || one.id || one.action.split('/').pop()),
    ].join(' ')`);
    if (this.pages.has(kind)) return;
    this.pages.add(kind);
    const size = page.viewportSize() ?? { width: 1280, height: 800 };
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: size.height });
      const sideways = await page.evaluate<number>(
        'document.documentElement.scrollWidth - window.innerWidth',
      );
      const found = [
        ...(await accessibilityFaults(page)),
        ...(sideways > 0 ? [`${sideways} px sideways`] : []),
      ];
      this.faults.push(...found.map((fault) => `${kind} at ${width} px: ${fault}`));
    }
    await page.setViewportSize(size);
  };
}
